// A place among its peers, and how it has changed.
import type { Decimal } from "decimal.js";
import type { MetricKind, Reading } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

/** 第3位（共13个） / "3rd of 13"; the text alone without a number of places. */
export function withPeers(text: string, peers: number | null | undefined, lang: Language): string {
  return peers == null ? text : getTranslator(lang)("chart.placeOf", { place: text, peers });
}

/** 较上次上升2位 / "up 2 places"; 1 is the best place, so a lower number is a rise. */
function changeText(previous: Decimal, current: Decimal, lang: Language): string {
  const t = getTranslator(lang);
  const gained = previous.minus(current).toNumber();
  if (gained === 0) return t("chart.placeKept");
  return t(gained > 0 ? "chart.placeUp" : "chart.placeDown", { count: Math.abs(gained) });
}

/**
 * The change of place from the reading before; null for other kinds, for the first reading and where a place is unknown.
 * @param readings by as-of date
 */
export function placeChange(
  kind: MetricKind,
  readings: readonly Pick<Reading, "asOf" | "value">[],
  asOf: string,
  lang: Language,
): string | null {
  if (kind !== "rank") return null;
  const index = readings.findIndex((one) => one.asOf === asOf);
  const [before, current] = [readings[index - 1]?.value, readings[index]?.value];
  return before == null || current == null ? null : changeText(before, current, lang);
}
