import { getTranslations } from "next-intl/server";
import { TypedText } from "@/components/ui/typed-text";
import type { ListedUpdate } from "@/lib/views/update";

/** The texts of a report that are not empty. */
export async function ReportTexts({ texts }: Pick<ListedUpdate, "texts">) {
  const t = await getTranslations("review");
  const parts = (["note", "problems", "nextStep", "evidence"] as const).filter((part) => texts[part] !== "");
  if (parts.length === 0) return null;
  return (
    <dl className="grid gap-1">
      {parts.map((part) => (
        <div key={part}>
          <dt className="text-sm text-ink-soft">{t(part)}</dt>
          <TypedText as="dd" text={texts[part]} />
        </div>
      ))}
    </dl>
  );
}
