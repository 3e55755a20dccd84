import { getTranslations } from "next-intl/server";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { DataTableHead } from "@/components/ui/data-table";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { describeReporting } from "@/lib/wording/describe-reporting";
import { describeTarget } from "@/lib/wording/describe-target";
import { withOrigin } from "@/lib/wording/provenance-marks";

/** The terms as issued and as currently in force, if they differ. */
export async function TargetOriginal({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  const { original, terms, metric } = target;
  if (original === null) return null;
  const { unit, precision } = metric;
  const baseline = ({ baseline: one }: TargetTerms) =>
    one === null ? "—" : withOrigin(`${formatMeasure(one.value, unit, lang, { precision })} (${one.year})`, one, lang);
  const period = ({ startOn, dueOn }: TargetTerms) => `${formatIsoDate(startOn, lang)} – ${formatIsoDate(dueOn, lang)}`;
  const rows: [string, string, string][] = [
    [t("promiseWord"), describeTarget(original, unit, lang), describeTarget(terms, unit, lang)],
    [t("periodWord"), period(original), period(terms)],
    [t("baselineWord"), baseline(original), baseline(terms)],
    [t("calendar"), describeReporting(original, null, lang), describeReporting(terms, null, lang)],
    [t("planWord"), t(`plans.${original.plan.shape}`), t(`plans.${terms.plan.shape}`)],
  ];
  return (
    <table className="my-3 w-full border-collapse border-y text-sm tabular-nums">
      <caption className="py-1 text-left font-bold text-notice">{t("adjusted")}</caption>
      <DataTableHead
        columns={[
          { key: "field", label: "" },
          { key: "original", label: t("asIssued") },
          { key: "current", label: t("inForce") },
        ]}
      />
      <tbody>
        {rows.map(([label, was, is]) => (
          <tr key={label} className="border-b align-top last:border-0">
            <th scope="row" className="py-1 pr-3 text-left font-normal text-ink-soft">
              {label}
            </th>
            <td className="py-1 pr-3">{was}</td>
            <td className={`py-1 ${was === is ? "" : "font-bold"}`}>{is}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
