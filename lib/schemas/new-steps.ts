// The rows of steps in the form of a new target.
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { cleanText } from "@/lib/domain/text/clean-text";
import { DEFAULT_WEIGHT, readWeight } from "@/lib/schemas/step-weight";

export interface NewStep {
  readonly plannedOn: IsoDate;
  readonly title: string;
  readonly titleEn: string;
  readonly weight: string;
}

const MOST_STEPS = 100;

const STEP_FIELDS = ["plannedOn", "title", "titleEn", "weight"] as const;

type StepField = (typeof STEP_FIELDS)[number];

/** The rows of steps, `steps.0.plannedOn` and so on; blank ones are left out. Errors by the name of the field. */
export function readSteps(form: Readonly<Record<string, string>>): {
  steps: NewStep[];
  errors: Record<string, string>;
} {
  const rows = new Map<number, Partial<Record<StepField, string>>>();
  for (const [name, text] of Object.entries(form)) {
    const [, row = "", field = ""] = name.match(/^steps\.(\d{1,3})\.(\w+)$/) ?? [];
    const known = STEP_FIELDS.find((one) => one === field);
    if (known !== undefined) rows.set(Number(row), { ...rows.get(Number(row)), [known]: cleanText(text).trim() });
  }
  const errors: Record<string, string> = {};
  const steps = [...rows].flatMap(([row, { plannedOn = "", title = "", titleEn = "", weight = "" }]): NewStep[] => {
    if (plannedOn === "" && title === "") return [];
    const day = parseIsoDate(plannedOn);
    const read = readWeight(weight === "" ? DEFAULT_WEIGHT : weight);
    if (day === null) errors[`steps.${row}.plannedOn`] = "not-a-day";
    if (title === "") errors[`steps.${row}.title`] = "required";
    if (title.length > 200) errors[`steps.${row}.title`] = "too-long";
    if (read === null) errors[`steps.${row}.weight`] = "not-a-weight";
    if (day === null || read === null) return [];
    return [{ plannedOn: day, title, titleEn: titleEn || title, weight: String(read) }];
  });
  if (steps.length > MOST_STEPS) errors.steps = "too-many";
  return { steps, errors };
}
