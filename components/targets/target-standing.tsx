import { getTranslations } from "next-intl/server";
import { LightBadge } from "@/components/targets/light-badge";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatPoints, formatRatio } from "@/lib/domain/units/format-measure";
import { formatLatest } from "@/lib/i18n/format-latest";

/** Every light opens to its inputs, its formula and its rule. */
async function Why({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  const { completionRatio, expectedRatio, gapPoints, reason } = target.standing;
  const { rules } = target;
  const isKnown = completionRatio !== null && expectedRatio !== null && gapPoints !== null;
  return (
    <details className="mt-2">
      <summary className="underline">{t("why")}</summary>
      <div className="mt-2 border-l-2 pl-4 tabular-nums">
        {isKnown && (
          <p>
            {t("formula", {
              completion: formatRatio(completionRatio),
              expected: formatRatio(expectedRatio),
              gap: formatPoints(gapPoints, lang),
            })}
          </p>
        )}
        {!isKnown && reason !== null && <p>{t("unknown", { reason: t(`reasons.${reason}`) })}</p>}
        <p>
          {t("rules", {
            key: rules.key,
            ahead: formatPoints(rules.aheadFrom, lang),
            onTrack: formatPoints(rules.onTrackFrom, lang),
            behind: formatPoints(rules.behindFrom, lang),
          })}
        </p>
        {target.planNote[lang] !== "" && <p className="text-ink-soft">{target.planNote[lang]}</p>}
      </div>
    </details>
  );
}

/** How far it is, and whether that is enough. */
export async function TargetStanding({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  const { latest, light, freshness, completionRatio } = target.standing;
  return (
    <section className="border-y py-4">
      <p className="text-5xl font-bold tabular-nums">
        {formatLatest(target, lang) ?? <span className="text-2xl">{t("noReport")}</span>}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-xl">
          <LightBadge light={light} freshness={freshness} />
        </span>
        {completionRatio !== null && (
          <span className="tabular-nums">
            {t("completion")} {formatRatio(completionRatio)}
          </span>
        )}
        {latest !== null && (
          <span className="text-ink-soft">{t("asOf", { day: formatIsoDate(latest.asOf, lang) })}</span>
        )}
        {latest?.sample === true && <span className="text-notice">{t("sample")}</span>}
      </p>
      <Why target={target} lang={lang} />
    </section>
  );
}
