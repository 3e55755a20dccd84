import { getTranslations } from "next-intl/server";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { TypedText } from "@/components/ui/typed-text";

/** Problems and next steps, from the latest approved report. */
export async function TargetOutlook({ target }: Pick<TargetPartProps, "target">) {
  const t = await getTranslations("target");
  const latest = target.updates.find((update) => update.state === "approved");
  if (latest === undefined) return null;
  return (
    <section className="grid gap-6 *:min-w-0 md:grid-cols-2">
      <div>
        <h2>{t("problems")}</h2>
        <TypedText text={latest.problems || t("problemsNone")} />
      </div>
      <div>
        <h2>{t("next")}</h2>
        <TypedText text={latest.nextStep || t("nextNone")} />
      </div>
    </section>
  );
}
