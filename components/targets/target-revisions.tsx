import { getTranslations } from "next-intl/server";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { cityDayOf } from "@/lib/server/city-day";

/** Every change of the promise itself, with its reason and the document it rests on. */
export async function TargetRevisions({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  return (
    <section>
      <h2 className="border-b pb-1">{t("revisions")}</h2>
      {target.revisions.length === 0 && <p className="py-2 text-ink-soft">{t("revisionsNone")}</p>}
      <ul className="divide-y">
        {target.revisions.map((revision) => (
          <li key={revision.id} className="py-2">
            {formatIsoDate(cityDayOf(revision.revisedAt), lang)} ·{" "}
            {t("revised", { before: String(revision.before.value ?? "—"), after: String(revision.after.value ?? "—") })}{" "}
            · {revision.reason} · {revision.authority} · {revision.author}
          </li>
        ))}
      </ul>
    </section>
  );
}
