// Comparators that a list shares: 不少于5个和8个, 分别增长5%、7%左右, "no more than 290 tonnes … and 305 tonnes".
import type { Comparator } from "@/lib/domain/targets/types";
import type { Quantity } from "@/lib/imports/grammar/quantities";

const JOIN = /^\s*(?:[^,，。;；.\n\p{Script=Han}]{0,40}?\band|[、和与及])\s*$/iu;
const PREFIXES = new Set<Comparator>(["at-least", "at-most", "more-than", "less-than"]);
const SUFFIXES = new Set<Comparator>(["at-least", "at-most", "about"]);
const RESPECTIVELY = /分别[^,，。;；\n]{0,40}$/;

/** The quantities, in order; members of a list without comparator words take those of the list. */
export function spreadComparators(text: string, quantities: readonly Quantity[]): Quantity[] {
  const spread = [...quantities];
  for (let index = 1; index < spread.length; index += 1) {
    const [last, one] = [spread[index - 1], spread[index]];
    if (last === undefined || one === undefined || !isJoined(text, last, one) || one.comparator !== "equal") continue;
    if (last.unit !== one.unit && !RESPECTIVELY.test(text.slice(Math.max(0, last.at - 48), last.at))) continue;
    const isPrefix = last.phraseEnd === last.end && last.words.length > 0 && PREFIXES.has(last.comparator);
    if (isPrefix) spread[index] = { ...one, comparator: last.comparator, words: last.words };
  }
  for (let index = spread.length - 1; index > 0; index -= 1) {
    const [last, one] = [spread[index - 1], spread[index]];
    if (last === undefined || one === undefined || !isListed(text, last, one) || last.comparator !== "equal") continue;
    const isShared = spread[index]?.comparator !== quantities[index]?.comparator;
    const isSuffix = one.phraseEnd > one.end && SUFFIXES.has(one.comparator);
    if (isShared || (isSuffix && RESPECTIVELY.test(text.slice(Math.max(0, last.at - 48), last.at)))) {
      spread[index - 1] = { ...last, comparator: one.comparator, words: one.words };
    }
  }
  return spread;
}

function isListed(text: string, last: Quantity, one: Quantity): boolean {
  return last.unit === one.unit && isJoined(text, last, one);
}

function isJoined(text: string, last: Quantity, one: Quantity): boolean {
  if (last.form === "rank" || one.form === "rank") return false;
  return JOIN.test(text.slice(last.phraseEnd, one.phraseAt));
}
