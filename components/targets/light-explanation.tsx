import { Decimal } from "decimal.js";
import { getTranslations } from "next-intl/server";
import { MethodLink } from "@/components/method/method-link";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { daysBetween, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { assessTarget } from "@/lib/domain/targets/assess";
import type { KindBounds, LightBasis } from "@/lib/domain/targets/assessment";
import { lastPlaceAmong } from "@/lib/domain/targets/comparators";
import { explainLight } from "@/lib/domain/targets/explain";
import { statedPoints } from "@/lib/domain/targets/gap";
import { overdueSteps } from "@/lib/domain/targets/milestones";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure, formatNumber, formatPoints, formatRatio } from "@/lib/domain/units/format-measure";
import { formatDifference, formatGap } from "@/lib/wording/format-gap";
import { formatLatest } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";
import { placeText } from "@/lib/wording/measure-text";
import { withOrigin } from "@/lib/wording/provenance-marks";

type PartProps = TargetPartProps & { readonly basis: LightBasis };

async function Inputs({ target, lang, basis }: PartProps) {
  const [t, judgings] = await Promise.all([getTranslations("target.explained"), getTranslations("judgings")]);
  const { metric, standing, terms } = target;
  const measure = (value: Parameters<typeof formatMeasure>[0]) =>
    formatMeasure(value, metric, lang, { precision: metric.precision });
  const latest = formatLatest(target, lang);
  const { baseline } = target.terms;
  const bound = lastPlaceAmong(terms.comparator, standing.latest?.peers ?? null);
  const start = (value: NonNullable<LightBasis["startValue"]>) =>
    baseline?.value.equals(value) ? withOrigin(measure(value), baseline, lang) : measure(value);
  return (
    <>
      {latest !== null && standing.latest !== null && (
        <li>{t("latest", { value: latest, day: formatIsoDate(standing.latest.asOf, lang) })}</li>
      )}
      {standing.judgedValue !== null && (
        <li>{t("judged", { judging: judgings(terms.judging), value: measure(standing.judgedValue) })}</li>
      )}
      {standing.light !== "unset" && <li>{t("promise", { value: formatPromise(target, lang) })}</li>}
      {bound !== null && (
        <li>{t("lastPlace", { place: placeText(bound, lang), peers: standing.latest?.peers ?? 0 })}</li>
      )}
      {basis.startValue !== null && <li>{t("start", { value: start(basis.startValue) })}</li>}
    </>
  );
}

export interface TargetOnDayProps extends TargetPartProps {
  /** The day up to which the delay of open steps is counted. */
  readonly today: IsoDate;
}

/** The steps past their planned dates, with their delay: the numbers above speak of the latest report. */
async function OverdueSteps({ target, lang, today }: TargetOnDayProps) {
  const t = await getTranslations("target.explained");
  const completedSteps = target.readings.at(-1)?.completedSteps ?? [];
  return overdueSteps(target.terms, { asOf: today, completedSteps }).map(({ key, title, titleEn, plannedOn }) => (
    <li key={key}>
      {t("overdue", {
        step: lang === "en" ? titleEn : title,
        day: formatIsoDate(plannedOn, lang),
        days: daysBetween(plannedOn, today),
      })}
    </li>
  ));
}

async function Formula({ target, lang, basis }: PartProps) {
  const t = await getTranslations("target");
  const { completionRatio, expectedRatio, latest, judgedValue } = target.standing;
  const points = statedPoints(target.standing.gapPoints);
  const { value } = target.terms;
  const { formula, startValue, isHeadroom, isExpectedAtOnce } = basis;
  if (completionRatio === null || latest === null) return null;
  const done = formatRatio(completionRatio);
  const [v, T] = [judgedValue ?? latest.value, value].map((number) =>
    number === null ? "—" : formatNumber(number, { precision: 4 }),
  );
  const s = startValue === null || startValue.isZero() ? null : formatNumber(startValue);
  const sum = s === null ? `${v} ÷ ${T}` : `(${v} − ${s}) ÷ (${T} − ${s})`;
  const day = formatIsoDate(latest.asOf, lang);
  const facts = { completion: done, expected: expectedRatio === null ? "—" : formatRatio(expectedRatio) };
  return (
    <>
      {formula === "steps" && <li>{t("explained.steps", { done })}</li>}
      {(formula === "way" || formula === "share") && <li>{t("explained.done", { sum, done })}</li>}
      {expectedRatio !== null && (
        <li>
          {t("explained.expected", {
            day,
            expected: facts.expected,
            plan: t(`plans.${isExpectedAtOnce ? "flat" : target.terms.plan.shape}`),
          })}
        </li>
      )}
      {points !== null && (
        <li>{t(isHeadroom ? "explained.headroom" : "explained.gap", { ...facts, gap: formatPoints(points, lang) })}</li>
      )}
    </>
  );
}

/** The bounds that the gap was compared with, in their measure. */
async function Bounds({ target, lang, bounds }: TargetPartProps & { readonly bounds: KindBounds }) {
  const t = await getTranslations("target");
  const inWords = (bound: number) => {
    if (bounds.measure === "unit") return formatDifference(new Decimal(bound), target.metric, lang);
    if (bounds.measure === "points") return formatPoints(bound, lang);
    return t("explained.percentOfTarget", { value: `${bound > 0 ? "+" : ""}${formatNumber(bound)}%` });
  };
  return (
    <li className="text-ink-soft">
      {t("rules", {
        name: t("ruleSetName", { key: target.rules.key }),
        ahead: inWords(bounds.aheadFrom),
        onTrack: inWords(bounds.onTrackFrom),
        behind: inWords(bounds.behindFrom),
      })}
    </li>
  );
}

const WITHOUT_NUMBERS: readonly LightBasis["decider"][] = [
  "not-set",
  "not-judged",
  "no-report",
  "not-started",
  "not-received",
  "due-without-report",
];
const BY_BOUNDS: readonly LightBasis["decider"][] = ["bands", "headroom", "state", "range"];

/** Explains a light: its inputs, its formula and the rule that decided it. */
export async function LightExplanation({ target, lang, today }: TargetOnDayProps) {
  const [t, reasons, lights, fresh, life] = await Promise.all([
    getTranslations("target"),
    getTranslations("unknownReasons"),
    getTranslations("lights"),
    getTranslations("freshness"),
    getTranslations("life"),
  ]);
  const { light, latest, freshness, completionRatio, reason } = target.standing;
  const { rules } = target;
  const { verdict } = target.terms;
  const readings = latest === null ? [] : target.readings.filter((one) => one.asOf <= latest.asOf);
  const basis = explainLight(assessTarget(target.terms, readings, rules), light, latest !== null);
  const { decider, bounds } = basis;
  const due = formatIsoDate(target.terms.dueOn, lang);
  const start = formatIsoDate(target.terms.startOn, lang);
  const isCounted = !WITHOUT_NUMBERS.includes(decider) && latest !== null;
  const gap = formatGap(target, lang);
  return (
    <details className="mt-2">
      <summary className="underline">{t("why")}</summary>
      <ul className="mt-2 grid gap-1 border-l-2 pl-4 tabular-nums">
        <Inputs target={target} lang={lang} basis={basis} />
        {isCounted && <Formula target={target} lang={lang} basis={basis} />}
        {isCounted && gap !== null && (
          <li>{t(basis.isExpectedAtOnce ? "explained.fromFigure" : "explained.difference", { gap })}</li>
        )}
        {isCounted && completionRatio === null && reason !== null && reason !== "not-a-percentage" && (
          <li>{t("unknown", { reason: reasons(reason) })}</li>
        )}
        <li>
          <strong>{lights(light)}</strong>
          {t("colon")}
          {t(`deciders.${decider}`, { due, start, verdict: verdict === null ? "" : life(`verdicts.${verdict}`) })}
        </li>
        {decider === "step-overdue" && <OverdueSteps target={target} lang={lang} today={today} />}
        {bounds !== null && BY_BOUNDS.includes(decider) && <Bounds target={target} lang={lang} bounds={bounds} />}
        {target.standing.nextReportDueOn !== null && (
          <li>
            {fresh(freshness)}
            {t("colon")}
            {t("nextReport", {
              opens: formatIsoDate(target.standing.nextReportOpensOn ?? target.standing.nextReportDueOn, lang),
              due: formatIsoDate(target.standing.nextReportDueOn, lang),
            })}
          </li>
        )}
        {target.planNote[lang] !== "" && <li className="text-ink-soft">{target.planNote[lang]}</li>}
        <li className="print:hidden">
          <MethodLink />
        </li>
      </ul>
    </details>
  );
}
