import { parseDecimalText } from "@/lib/schemas/decimal-text";

const MOST = 9999;
/** The weight of a new step whose weight is blank. */
export const DEFAULT_WEIGHT = "1";

/** The weight of a step as typed: above 0, at most 9,999, four decimals; null if it is not one. */
export function readWeight(text: string): number | null {
  const parsed = parseDecimalText(text);
  if (!parsed.ok || parsed.value === null) return null;
  const { value } = parsed;
  return value.gt(0) && value.lte(MOST) && value.decimalPlaces() <= 4 ? value.toNumber() : null;
}

const STORED = "weight:";
const REMOVED = "remove:";

/** The weights of the steps in a form: of those in force and not removed, `weight:KEY`, and of the rows of new ones. */
export function weightsIn(form: Readonly<Record<string, string>>): number[] {
  return Object.entries(form).flatMap(([name, text]) => {
    if (name.startsWith(STORED)) {
      return `${REMOVED}${name.slice(STORED.length)}` in form ? [] : (readWeight(text) ?? []);
    }
    const row = name.match(/^(steps\.\d+\.)weight$/)?.[1];
    if (row === undefined) return [];
    const isBlankRow = [form[`${row}plannedOn`], form[`${row}title`]].every((cell) => (cell ?? "").trim() === "");
    const weight = text.trim() === "" && !isBlankRow ? DEFAULT_WEIGHT : text;
    return readWeight(weight) ?? [];
  });
}
