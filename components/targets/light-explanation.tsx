import { getTranslations } from "next-intl/server";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { type Explanation, explainLight } from "@/lib/domain/targets/explain";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure, formatNumber, formatPoints, formatRatio } from "@/lib/domain/units/format-measure";
import { formatLatest } from "@/lib/i18n/format-latest";
import { formatPromise } from "@/lib/i18n/format-promise";

type PartProps = TargetPartProps & { readonly explanation: Explanation };

async function Inputs({ target, lang, explanation }: PartProps) {
  const t = await getTranslations("target.explained");
  const { metric, standing } = target;
  const measure = (value: Parameters<typeof formatMeasure>[0]) =>
    formatMeasure(value, metric.unit, lang, { precision: metric.precision });
  const latest = formatLatest(target, lang);
  return (
    <>
      {latest !== null && standing.latest !== null && (
        <li>{t("latest", { value: latest, day: formatIsoDate(standing.latest.asOf, lang) })}</li>
      )}
      {standing.light !== "unset" && <li>{t("promise", { value: formatPromise(target, lang) })}</li>}
      {explanation.startValue !== null && <li>{t("start", { value: measure(explanation.startValue) })}</li>}
    </>
  );
}

async function Formula({ target, lang, explanation }: PartProps) {
  const t = await getTranslations("target");
  const { completionRatio, expectedRatio, gapPoints, latest } = target.standing;
  const { value } = target.terms;
  const { formula, startValue, isHeadroom, isKept } = explanation;
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
            plan: t(`plans.${isKept ? "flat" : target.terms.plan.shape}`),
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

/** Every light opens to its inputs, its formula and the rule that decided it. */
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
  const explanation = explainLight(target.terms, light, latest?.value ?? null, latest?.asOf ?? null);
  const { decider } = explanation;
  const due = formatIsoDate(target.terms.dueOn, lang);
  const start = formatIsoDate(target.terms.startOn, lang);
  const isCounted =
    !["not-set", "not-judged", "no-report", "not-started", "due-without-report"].includes(decider) && latest !== null;
  return (
    <details className="mt-2">
      <summary className="underline">{t("why")}</summary>
      <ul className="mt-2 grid gap-1 border-l-2 pl-4 tabular-nums">
        <Inputs target={target} lang={lang} explanation={explanation} />
        {isCounted && <Formula target={target} lang={lang} explanation={explanation} />}
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
              name: rules.key === "default" || rules.key === "strict" ? t(`ruleSets.${rules.key}`) : rules.key,
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
