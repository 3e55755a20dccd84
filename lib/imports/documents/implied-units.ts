// Units that the words around leave out: 超10亿规模的基金 is in 亿元; "rose to 223,500" counts the people before it.
import type { Quantity } from "@/lib/imports/grammar/quantities";

const MONEY_NOUN =
  /^\s?(?:元)?(?:规模|额度|资金|总规模)的?[^,，。;；、]{0,12}(?:基金|资金|贷款|资本)|^\s?(?:的)?[^,，。;；、\d]{0,6}基金/;
const PEOPLE = /\b(?:number of )?([A-Za-z-]*[a-rt-z]s|people|children|households|homes|women|men|staff)\b/i;

/** The unit as written, completed where the text implies the rest. */
export function impliedUnit(quantity: Quantity, text: string, clauseAt: number, to: number, last: string): string {
  const { unit } = quantity;
  if (/^[万亿]+$/.test(unit) && MONEY_NOUN.test(text.slice(quantity.end, Math.min(to, quantity.end + 30))))
    return `${unit}元`;
  if (unit !== "" || quantity.form === "rank") return unit;
  const before = text.slice(clauseAt, quantity.at);
  if (/^[a-z]{4,}/i.test(last) && /[;.:]\s*$/.test(text.slice(Math.max(0, quantity.at - 3), quantity.at))) return last;
  if (
    /^[a-z]{4,}/i.test(last) &&
    /\bthere (?:are|were)\b|\bof (?:which|these|them)\b|\b(?:target|goal|increase|rise|fall|decrease|drop|reduction) of\b/i.test(
      before,
    )
  )
    return last;
  if (/\p{Script=Han}/u.test(before) || !/\b(?:to|at|reached|was|were|is|are)\b|\bnumber of\b/i.test(before))
    return unit;
  return PEOPLE.exec(before.replace(/\b(?:this|was|is|has|its|his|as|percent)\b/gi, ""))?.[1]?.toLowerCase() ?? unit;
}
