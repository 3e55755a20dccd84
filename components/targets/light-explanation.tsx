import { getTranslations } from "next-intl/server";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { assessTarget } from "@/lib/domain/targets/assess";
import { explainLight } from "@/lib/domain/targets/explain";
import type { LightBasis } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure, formatNumber, formatPoints, formatRatio } from "@/lib/domain/units/format-measure";
import { formatLatest } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";
import { withOrigin } from "@/lib/wording/provenance-marks";

type PartProps = TargetPartProps & { readonly basis: LightBasis };

async function Inputs({ target, lang, basis }: PartProps) {
  const t = await getTranslations("target.explained");
  const { metric, standing } = target;
  const measure = (value: Parameters<typeof formatMeasure>[0]) =>
    formatMeasure(value, metric.unit, lang, { precision: metric.precision });
  const latest = formatLatest(target, lang);
  const { baseline } = target.terms;
  const start = (value: NonNullable<LightBasis["startValue"]>) =>
    baseline?.value.equals(value) ? withOrigin(measure(value), baseline, lang) : measure(value);
  return (
    <>
      {latest !== null && standing.latest !== null && (
        <li>{t("latest", { value: latest, day: formatIsoDate(standing.latest.asOf, lang) })}</li>
      )}
      {standing.light !== "unset" && <li>{t("promise", { value: formatPromise(target, lang) })}</li>}
      {basis.startValue !== null && <li>{t("start", { value: start(basis.startValue) })}</li>}
    </>
  );
}

async function Formula({ target, lang, basis }: PartProps) {
  const t = await getTranslations("target");
  const { completionRatio, expectedRatio, gapPoints, latest } = target.standing;
  const { value } = target.terms;
  const { formula, startValue, isHeadroom, isExpectedAtOnce } = basis;
  if (completionRatio === null || latest === null) return null;
  const done = formatRatio(completionRatio);
  const [v, T] = [latest.value, value].map((number) =>
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
      {gapPoints !== null && (
        <li>
          {t(isHeadroom ? "explained.headroom" : "explained.gap", { ...facts, gap: formatPoints(gapPoints, lang) })}
        </li>
      )}
    </>
  );
}

/** Explains a light: its inputs, its formula and the rule that decided it. */
export async function LightExplanation({ target, lang }: TargetPartProps) {
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
  const reading = target.readings.findLast((one) => one.asOf === latest?.asOf) ?? null;
  const basis = explainLight(assessTarget(target.terms, reading, rules), light, latest !== null);
  const { decider } = basis;
  const due = formatIsoDate(target.terms.dueOn, lang);
  const start = formatIsoDate(target.terms.startOn, lang);
  const isCounted =
    !["not-set", "not-judged", "no-report", "not-started", "due-without-report"].includes(decider) && latest !== null;
  return (
    <details className="mt-2">
      <summary className="underline">{t("why")}</summary>
      <ul className="mt-2 grid gap-1 border-l-2 pl-4 tabular-nums">
        <Inputs target={target} lang={lang} basis={basis} />
        {isCounted && <Formula target={target} lang={lang} basis={basis} />}
        {isCounted && completionRatio === null && reason !== null && reason !== "not-a-percentage" && (
          <li>{t("unknown", { reason: reasons(reason) })}</li>
        )}
        <li>
          <strong>{lights(light)}</strong>
          {t("colon")}
          {t(`deciders.${decider}`, { due, start, verdict: verdict === null ? "" : life(`verdicts.${verdict}`) })}
        </li>
        {(decider === "bands" || decider === "headroom") && (
          <li className="text-ink-soft">
            {t("rules", {
              name: t("ruleSetName", { key: rules.key }),
              ahead: formatPoints(rules.aheadFrom, lang),
              onTrack: formatPoints(rules.onTrackFrom, lang),
              behind: formatPoints(rules.behindFrom, lang),
            })}
          </li>
        )}
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
      </ul>
    </details>
  );
}
