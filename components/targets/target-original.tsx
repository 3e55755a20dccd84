import { getTranslations } from "next-intl/server";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { DataTableHead } from "@/components/ui/data-table";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { Bilingual } from "@/lib/i18n/languages";
import type { ResponsibilityView } from "@/lib/views/target";
import type { TargetDetail } from "@/lib/views/target-detail";
import { describeReporting } from "@/lib/wording/describe-reporting";
import { describeTarget } from "@/lib/wording/describe-target";
import { withOrigin } from "@/lib/wording/provenance-marks";

/** Its name, as issued, in force. */
type Row = readonly [string, string, string];

async function termsRows(
  { original, terms, metric, issued, ownCalendar }: TargetDetail,
  lang: TargetPartProps["lang"],
): Promise<Row[]> {
  if (original === null) return [];
  const [t, punctuation] = await Promise.all([getTranslations("target"), getTranslations("punctuation")]);
  const { precision } = metric;
  const steps = (one: TargetTerms) =>
    one.steps
      .map(({ title, titleEn, plannedOn }) => `${lang === "en" ? titleEn : title} (${formatIsoDate(plannedOn, lang)})`)
      .join(punctuation("semicolon"));
  const baseline = ({ baseline: one }: TargetTerms) =>
    one === null
      ? "—"
      : withOrigin(`${formatMeasure(one.value, metric, lang, { precision })} (${one.year})`, one, lang);
  const period = ({ startOn, dueOn }: TargetTerms) => `${formatIsoDate(startOn, lang)} – ${formatIsoDate(dueOn, lang)}`;
  const reporting = (one: TargetTerms, calendar: Bilingual | null) => describeReporting(one, calendar, lang);
  return [
    [t("promiseWord"), describeTarget(original, metric, lang), describeTarget(terms, metric, lang)],
    [t("periodWord"), period(original), period(terms)],
    [t("baselineWord"), baseline(original), baseline(terms)],
    [t("calendar"), reporting(original, issued?.ownCalendar ?? null), reporting(terms, ownCalendar)],
    [t("planWord"), t(`plans.${original.plan.shape}`), t(`plans.${terms.plan.shape}`)],
    ...(steps(original) === steps(terms) ? [] : [[t("steps"), steps(original), steps(terms)] as const]),
  ];
}

/** Only what differs. */
async function responsibilityRows(target: TargetDetail, lang: TargetPartProps["lang"]): Promise<Row[]> {
  if (target.issued === null) return [];
  const [t, punctuation] = await Promise.all([getTranslations("target"), getTranslations("punctuation")]);
  const texts = ({ owner, supporting, responsiblePost, leaderInCharge }: ResponsibilityView) => [
    owner.name[lang],
    supporting.map((one) => one.name[lang]).join(punctuation("enumeration")) || "—",
    responsiblePost ?? "—",
    leaderInCharge ?? "—",
  ];
  const [was, is] = [texts(target.issued.responsibility), texts(target)];
  const labels = [t("fields.owner"), t("supporting"), t("responsiblePost"), t("leaderInCharge")];
  return labels
    .map((label, index): Row => [label, was[index] ?? "", is[index] ?? ""])
    .filter(([, before, now]) => before !== now);
}

/** The terms and responsibilities as issued and as currently in force, if they differ. */
export async function TargetOriginal({ target, lang }: TargetPartProps) {
  const [t, terms, responsibilities] = await Promise.all([
    getTranslations("target"),
    termsRows(target, lang),
    responsibilityRows(target, lang),
  ]);
  const rows = [...terms, ...responsibilities];
  if (rows.length === 0) return null;
  return (
    <table className="my-3 w-full border-collapse border-y text-sm tabular-nums">
      <caption className="py-1 text-left font-bold text-notice">
        {t(terms.length > 0 ? "adjusted" : "responsibilityRevised")}
      </caption>
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
