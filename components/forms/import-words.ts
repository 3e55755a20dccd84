import { getLocale, getMessages } from "next-intl/server";
import type { Messages } from "use-intl";
import { compileMessages } from "@/lib/i18n/compile-message";

type Lookup = Readonly<Record<string, string>>;

type Overrides = Partial<Record<"confirm" | "confirmSome", string>>;

/** The labels of the form's fields that a row of a task table fills. */
function fieldLabels({ target, promiseForm, newTarget }: Messages): Lookup {
  const { tolerance, judging, orBetter, plan } = promiseForm;
  const { name, unit, kind, direction, precision, titleZh, code, note, responsiblePost, leaderInCharge } = newTarget;
  return {
    ...target.fields,
    ...{ tolerance, judging, orBetter, planValues: plan, code, title: titleZh, note, responsiblePost, leaderInCharge },
    ...{ "metric.name": name, "metric.unit": unit, "metric.kind": kind },
    ...{ "metric.direction": direction, "metric.precision": precision },
  };
}

/** The texts of an import form; `overrides` are messages for what a confirmation writes. */
export async function getImportWords(overrides: Overrides = {}) {
  const [all, lang] = await Promise.all([getMessages(), getLocale()]);
  const { import: messages, report, questions, form } = all;
  const {
    holidays: _,
    departments: __,
    tasks: ___,
    users: ____,
    reasons,
    kinds,
    problems,
    columns,
    unknownNames,
    ...words
  } = messages;
  const lookups: Readonly<Record<"reasons" | "kinds" | "problems" | "questions" | "fields" | "faults", Lookup>> = {
    reasons,
    kinds,
    questions,
    fields: fieldLabels(all),
    faults: form.errors,
    problems: { ...report.errors, ...problems },
  };
  const compiled = compileMessages(
    lang,
    { ...words, ...overrides },
    "line",
    "inSheet",
    "problem",
    "problemOf",
    "was",
    "counts",
    "confirm",
    "confirmSome",
    "submit",
    "submitSome",
  );
  return {
    ...compiled,
    ...lookups,
    columns: compileMessages(lang, columns, "sheet", "unnamed", "example", "changedFrom"),
    unknownNames: compileMessages(lang, unknownNames, "name", "resolved"),
  };
}

export type ImportWords = Awaited<ReturnType<typeof getImportWords>>;
