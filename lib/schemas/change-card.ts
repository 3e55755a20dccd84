// A change over years, as the form of a new target asks for it: "down 13.5 % by 2025 against 2020". It becomes a level
// whose value is the change so far, from 0 in the year it is measured against.
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import { CHANGE_CARD, CHANGE_PLANS } from "@/lib/schemas/plan-shapes";

type Form = Readonly<Record<string, string>>;

/** Each field of the card that stands for a term, and the term. */
const TERM_OF_FIELD = { "change.amount": "value", "change.year": "baselineYear" } as const;

/** Whether the form promises a change over years, of a metric that it creates. */
export function isChangeCard(form: Form): boolean {
  return (form.metric ?? "") === "" && form["metric.kind"] === CHANGE_CARD;
}

interface ReadChange {
  /** The form as a level; as it is if it promises no change. */
  readonly form: Form;
  readonly errors: Readonly<Record<string, string>>;
}

/**
 * The card as the terms of a level: at least the amount where more is better, at most its negative where less is.
 *
 * Error: `change-not-above-zero` for an amount of 0 or less, because the direction says which way it goes. An amount that is
 * not a number remains as typed, for the validation of the level.
 */
export function readChangeCard(form: Form): ReadChange {
  if (!isChangeCard(form)) return { form, errors: {} };
  const isDown = form["metric.direction"] === "decrease";
  const typed = form["change.amount"] ?? "";
  const parsed = parseDecimalText(typed);
  const amount = parsed.ok ? parsed.value : null;
  const level = {
    ...form,
    "metric.kind": "level",
    comparator: isDown ? "at-most" : "at-least",
    value: amount === null ? typed : (isDown ? amount.negated() : amount).toFixed(),
    upperValue: "",
    stretchValue: "",
    tolerance: "",
    orBetter: "",
    judging: "latest",
    baselineValue: "0",
    baselineYear: form["change.year"] ?? "",
    // The change of a year against itself is 0, whatever the source says.
    baselineOrigin: "derived",
    planShape: CHANGE_PLANS.find((shape) => shape === form.planShape) ?? CHANGE_PLANS[0],
  };
  const isPositive = amount === null || amount.gt(0);
  return { form: level, errors: isPositive ? {} : { "change.amount": "change-not-above-zero" } };
}

/** The errors of the level by the fields of the card. */
export function changeCardErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  const named = { ...errors };
  for (const [field, term] of Object.entries(TERM_OF_FIELD)) {
    const { [term]: fault } = errors;
    if (fault !== undefined) named[field] ??= fault;
    delete named[term];
  }
  return named;
}
