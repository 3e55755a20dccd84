// What a promise means while it is typed: in words, as a course, and by the lights of three sample reports.
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { courseDays, expectedValue } from "@/lib/domain/targets/expected";
import { assessOn } from "@/lib/domain/targets/overdue";
import { questionsAbout } from "@/lib/domain/targets/questions";
import { termsFrom, toRevisableTerms } from "@/lib/domain/targets/revisions";
import { sampleReadings } from "@/lib/domain/targets/sample-readings";
import { defaultTerms } from "@/lib/domain/targets/terms";
import { DIRECTIONS, METRIC_KINDS, type Reading, type TargetTerms } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { isChangeCard, readChangeCard } from "@/lib/schemas/change-card";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { readSteps } from "@/lib/schemas/new-steps";
import { cellsOf, figuresOf } from "@/lib/schemas/new-target";
import { stepInput } from "@/lib/schemas/revised-steps";
import { checkRevision, type RevisionFacts, type RevisionInput } from "@/lib/schemas/revision";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { getRuleSetAt } from "@/lib/server/rule-sets/data";
import type { PromisePreview } from "@/lib/views/promise-preview";
import { measureText } from "@/lib/wording/measure-text";
import { withPeers } from "@/lib/wording/place-text";
import { readBack, readBackChange } from "@/lib/wording/read-back";
import { getTarget } from "./detail";
import { readStepFacts } from "./revised-steps";

type Form = Readonly<Record<string, string>>;

interface Typed extends PrintedUnit {
  readonly terms: TargetTerms;
  readonly precision: number;
}

/** The terms that pass validation without a reason and a document; null while they do not. */
function checkedTerms(
  input: RevisionInput,
  facts: Omit<RevisionFacts, "citesSource" | "isBaselineNoted" | "responsibility" | "reporting" | "onlyDates">,
) {
  const { confirmed: _confirmed, orBetter, ...unasked } = input;
  // Until the author chooses, the figure itself is read back.
  const side = orBetter === "" ? "false" : orBetter;
  const checked = checkRevision(
    { ...unasked, orBetter: side, reason: "preview", authority: "preview" },
    { ...facts, citesSource: true, isBaselineNoted: true, responsibility: null, reporting: null, onlyDates: false },
  );
  if (checked.ok) return checked.revision.after;
  return Object.values(checked.errors).every((fault) => fault === "nothing-changed") ? facts.current : null;
}

async function typedNew(typedForm: Form): Promise<Typed | null> {
  const { form, errors } = readChangeCard(typedForm);
  if (Object.keys(errors).length > 0) return null;
  const metric = (form.metric ?? "") === "" ? null : await db.metric.findUnique({ where: { key: form.metric ?? "" } });
  const kind = METRIC_KINDS.find((one) => one === (metric?.kind ?? form["metric.kind"]));
  const [startOn, dueOn] = [parseTypedDay.safeParse(form.startOn), parseTypedDay.safeParse(form.dueOn)];
  if (kind === undefined || !startOn.success || !dueOn.success) return null;
  const direction = oneOf(DIRECTIONS, metric?.direction ?? form["metric.direction"] ?? DIRECTIONS[0]);
  const current = defaultTerms(kind, { startOn: startOn.data, dueOn: dueOn.data });
  const after = checkedTerms(figuresOf(kind, form), { kind, direction, state: "draft", current, stepFacts: null });
  if (after === null) return null;
  const { steps } = readSteps(form);
  const numbered = steps.map((step, index) => ({ ...step, key: String(index), weight: Number(step.weight) }));
  return {
    terms: termsFrom(after, { kind, direction, steps: numbered }),
    unit: metric?.unit ?? form["metric.unit"] ?? "",
    unitEn: metric === null ? form["metric.unitEn"]?.trim() || null : metric.unitEn,
    precision: metric?.precision ?? (Number(form["metric.precision"]) || 0),
  };
}

async function typedRevision(form: Form, context: Context): Promise<Typed | null> {
  const target = await getTarget(form.code ?? "", context);
  if (target === null) return null;
  const scope = { target: scopeOf(target) };
  if (!can(context.actor, "target.revise", scope) && !can(context.actor, "request.create", scope)) return null;
  const { terms, metric } = target;
  const { kind, direction, state } = terms;
  const after = checkedTerms(
    { ...form, ...stepInput(form), supporting: undefined, cells: cellsOf(form) },
    {
      kind,
      direction,
      state,
      current: toRevisableTerms(terms),
      stepFacts: await readStepFacts(db, target.id, context.clock.knownUntil),
    },
  );
  if (after === null) return null;
  const { unit, unitEn, precision } = metric;
  return { terms: termsFrom(after, { kind, direction }), unit, unitEn, precision };
}

function courseOf({ terms, ...metric }: Typed, lang: Language): PromisePreview["course"] {
  return courseDays(terms).flatMap((on: IsoDate) => {
    const expected = expectedValue(terms, on);
    if (!expected.known) return [];
    const text = measureText(expected.value, { ...metric, kind: terms.kind, lang });
    return [{ on, value: expected.value.toNumber(), text: `${formatIsoDate(on, lang)} ${text}` }];
  });
}

function sampleText({ value, peers, completedSteps }: Reading, { terms, ...metric }: Typed, lang: Language): string {
  if (value === null) {
    const counts = { done: completedSteps.length, count: terms.steps.length };
    return getTranslator(lang)("chart.stepsDone", counts);
  }
  return withPeers(measureText(value, { ...metric, kind: terms.kind, lang }), peers, lang);
}

/** Null while the form does not say a valid promise, and for users who may neither create nor revise it. */
export async function previewPromise(form: Form, lang: Language, context: Context): Promise<PromisePreview | null> {
  const isNew = !("mode" in form);
  if (isNew && !can(context.actor, "target.create", null)) return null;
  const typed = isNew ? await typedNew(form) : await typedRevision(form, context);
  const sentence = typed && (isNew && isChangeCard(form) ? readBackChange : readBack)(typed.terms, typed, lang);
  if (typed === null || sentence === null) return null;
  const { terms, precision } = typed;
  const rules = await getRuleSetAt(db, context.clock.knownUntil);
  // Each sample stands alone: no earlier period is missing.
  const alone: TargetTerms = { ...terms, calendar: "none" };
  const samples = sampleReadings(terms, precision);
  return {
    sentence,
    samplesTitle:
      samples[0] === undefined
        ? null
        : getTranslator(lang)("readBack.samples", { day: formatIsoDate(samples[0].asOf, lang) }),
    samples: samples.map((reading) => ({
      text: sampleText(reading, typed, lang),
      light: assessOn(alone, [reading], rules, reading.asOf).light,
    })),
    course: courseOf(typed, lang),
    questions: questionsAbout(terms),
  };
}
