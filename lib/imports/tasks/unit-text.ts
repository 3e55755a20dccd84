// Whether a short text is a unit: 亿元, 万人次, %, μg/m³, CNY bn, km.
import { findQuantities } from "@/lib/imports/grammar/quantities";
import { usualUnit } from "@/lib/imports/tasks/scales";

/** A unit by itself, as in a heading's parentheses or a note 单位：万元. */
export function isUnitText(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  if (plain === "" || plain.length > 12 || /\d{2}/u.test(plain)) return false;
  if (/^[%‰]$/u.test(usualUnit(plain))) return true;
  const [found] = findQuantities(`5${plain}`);
  if (found !== undefined && found.end === plain.length + 1 && found.unit !== "") return true;
  return /^(?:cny|usd|gbp|eur|rmb|[£$¥€])?\s*(?:bn|billion|m|mn|million|k|thousand)$|^(?:km|ha|tonnes?|days?|hours?|minutes?|number|no\.|count|people|persons|% ?change)$/iu.test(
    plain,
  );
}
