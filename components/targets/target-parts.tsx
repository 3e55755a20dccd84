import type { Decimal } from "decimal.js";
import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { ListSection } from "@/components/ui/list-section";
import { splitBalance } from "@/lib/domain/targets/split-balance";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";
import { formatReported } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";

/** The parts of a target: their reports, missing ones, and whether they add up to the whole. */
export async function TargetParts({ target, lang }: TargetPartProps) {
  const [t, states] = await Promise.all([getTranslations("split"), getTranslations("targetStates")]);
  const { parts, rollUp, metric, terms } = target;
  // Parts that the reader may not read are not mentioned.
  if (parts === null || (parts.rows.length === 0 && parts.latest === null)) return null;
  const names = (codes: readonly string[]) => codes.join(getTranslator(lang)("punctuation.enumeration"));
  const figures = parts.rows.flatMap((row) => (row.terms.state === "withdrawn" ? [] : (row.terms.value ?? [])));
  const balance = parts.isComplete ? splitBalance(terms, rollUp, figures) : null;
  const measure = (value: Decimal) => formatMeasure(value, metric, lang);
  return (
    <ListSection title={t("parts")} count={parts.rows.length}>
      {rollUp !== null && (
        <li className="grid gap-1 py-2">
          <p>
            {t(`methods.${rollUp}`)}
            {parts.latest === null ? (
              <> · {t("empty")}</>
            ) : (
              <strong>
                {" · "}
                {t("reported", {
                  day: formatIsoDate(parts.latest.periodEnd, lang),
                  reported: parts.latest.reported,
                  expected: parts.latest.expected,
                })}
              </strong>
            )}
          </p>
          {parts.latest !== null && parts.latest.missing.length > 0 && (
            <p className="text-notice">
              {t("missing", { names: names(parts.latest.missing) })} {t("waits")}
            </p>
          )}
          {parts.latest !== null && parts.latest.percentageOnly.length > 0 && (
            <p className="text-notice">{t("percentageOnly", { names: names(parts.latest.percentageOnly) })}</p>
          )}
          {parts.latest !== null && parts.latest.withoutPeers.length > 0 && (
            <p className="text-notice">{t("withoutPeers", { names: names(parts.latest.withoutPeers) })}</p>
          )}
          {balance !== null && (
            <p className={balance.state === "exact" ? "text-ink-soft" : "text-notice"}>
              {t(balance.state, { sum: measure(balance.sum), difference: measure(balance.difference) })}{" "}
              {balance.state === "over" &&
                target.overcommitmentReason !== null &&
                t("overcommitted", { reason: target.overcommitmentReason })}
            </p>
          )}
        </li>
      )}
      {parts.rows.map((row) => (
        <li key={row.code} className="grid gap-x-4 gap-y-1 py-2 md:grid-cols-[1fr_10rem_10rem] md:items-baseline">
          <div>
            <DayLink href={`/targets/${row.code}`} prefetch={false} className="underline">
              {row.code} {row.title[lang]}
            </DayLink>
            <p className="text-sm text-ink-soft">
              {row.owner.name[lang]} · {formatPromise(row, lang)}
            </p>
          </div>
          <p className="font-bold tabular-nums md:text-right">{formatReported(row, lang)}</p>
          {row.terms.state === "draft" ? (
            <p className="text-ink-soft">{states("draft")}</p>
          ) : (
            <LightBadge {...row.standing} />
          )}
        </li>
      ))}
    </ListSection>
  );
}
