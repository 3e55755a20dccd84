import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { checkRevision, type RevisionFacts, type RevisionInput } from "@/lib/schemas/revision";
import { aBaseline, aTarget } from "@/testing/target-builders";

const WHY = { reason: "approved by the meeting", authority: "No. 12" };

function check(
  input: RevisionInput,
  terms: TargetTerms = aTarget(),
  {
    onlyDates = false,
    citesSource = false,
    isBaselineNoted = false,
    reporting = null as RevisionFacts["reporting"],
    stepFacts = null as RevisionFacts["stepFacts"],
  } = {},
) {
  const facts = {
    kind: terms.kind,
    direction: terms.direction,
    state: terms.state,
    current: toRevisableTerms(terms),
    responsibility: { owner: "transport", supporting: ["science"], responsiblePost: null, leaderInCharge: "副市长" },
    citesSource,
    isBaselineNoted,
    reporting,
    stepFacts,
    onlyDates,
  };
  return checkRevision(input, facts);
}

test("parses the input and names the changed fields", () => {
  const result = check({ ...WHY, value: "1,200.50", dueOn: "2024-03-31", comparator: "at-least" });
  expect(result).toMatchObject({ ok: true, revision: { fields: ["value", "dueOn"], responsibility: {} } });
  expect(result.ok && result.revision.after.value).toBe("1200.5");
});

test.each([
  [{ value: "1e400" }, { value: "not-a-number" }],
  [{ value: "" }, { value: "required" }],
  [{ dueOn: "2023-02-30" }, { dueOn: "not-a-day" }],
  [{ dueOn: "2022-12-31" }, { dueOn: "before-start" }],
  [{ comparator: "between", upperValue: "" }, { upperValue: "required" }],
  [{ comparator: "between", upperValue: "99" }, { upperValue: "below-value" }],
  [{ comparator: "within-rank" }, { comparator: "wrong-kind" }],
  [{ baselineValue: "3" }, { baselineYear: "required" }],
  [{ planShape: "points" }, { planShape: "unknown" }],
  [{}, { form: "nothing-changed" }],
  [
    { value: "90", reason: " ", authority: "" },
    { reason: "required", authority: "required" },
  ],
])("rejects %j by its field", (input, errors) => {
  expect(check({ ...WHY, ...input })).toEqual({ ok: false, errors });
});

test("accepts a blank value for a draft, but not for an issued target", () => {
  expect(check({ ...WHY, value: "" }, aTarget({ state: "draft" })).ok).toBe(true);
});

const BASELINE_2022 = { baselineValue: "316.5", baselineYear: "2022" };
const originOf = (result: ReturnType<typeof check>) => result.ok && result.revision.after.baselineOrigin;

test("a typed baseline is entered by hand unless the form says otherwise", () => {
  expect(originOf(check({ ...WHY, ...BASELINE_2022 }))).toBe("entered");
  expect(originOf(check({ ...WHY, ...BASELINE_2022, baselineOrigin: "derived" }))).toBe("derived");
});

test("a changed baseline does not inherit the origin of the one before; an unchanged one keeps it", () => {
  const printed = aTarget({ baseline: aBaseline(300) });
  expect(originOf(check({ ...WHY, baselineValue: "301" }, printed))).toBe("entered");
  expect(originOf(check({ ...WHY, baselineValue: "300.0", value: "90" }, printed))).toBe("printed");
});

test("a printed baseline needs a quote, or a note on the same figure", () => {
  const entered = aTarget({ baseline: { ...aBaseline(300), origin: "entered" } });
  const printed = { ...WHY, baselineOrigin: "printed" };
  const fault = { ok: false, errors: { baselineOrigin: "needs-source" } };
  expect(check(printed, entered)).toEqual(fault);
  expect(originOf(check(printed, entered, { citesSource: true }))).toBe("printed");
  expect(originOf(check(printed, entered, { isBaselineNoted: true }))).toBe("printed");
  expect(check({ ...printed, baselineValue: "301" }, entered, { isBaselineNoted: true })).toEqual(fault);
});

test("an extension changes dates only", () => {
  const result = check({ ...WHY, dueOn: "2024-03-31", value: "1", comparator: "at-most" }, aTarget(), {
    onlyDates: true,
  });
  expect(result.ok && result.revision.fields).toEqual(["dueOn"]);
});

test("a new owner alone is a change", () => {
  expect(check({ ...WHY, owner: "science" })).toMatchObject({
    ok: true,
    revision: { responsibility: { owner: "science", supporting: [] }, fields: [] },
  });
});

const STEPS = [
  { key: "contract", title: "签约", titleEn: "Contract", weight: 1, plannedOn: isoDate("2023-03-31") },
  { key: "build", title: "建成", titleEn: "Building", weight: 3, plannedOn: isoDate("2023-11-30") },
];
const MILESTONE = aTarget({ kind: "milestone", comparator: "equal", value: null, steps: STEPS });

const STEP_FACTS = { keys: new Set(["contract", "build", "step-1"]), reported: new Set(["contract"]) };

test("adds and removes steps in the order of their days, with keys that no step has had", () => {
  const addedSteps = {
    "steps.0.plannedOn": "2023-12-10",
    "steps.0.title": "验收",
    "steps.1.plannedOn": "2023-06-30",
    "steps.1.title": "许可",
    "steps.1.titleEn": "Permit",
    "steps.1.weight": "2",
  };
  const result = check({ ...WHY, removedSteps: ["build"], addedSteps }, MILESTONE, { stepFacts: STEP_FACTS });
  expect(result.ok && result.revision.after.steps).toEqual([
    { key: "contract", plannedOn: "2023-03-31", weight: 1, title: "签约", titleEn: "Contract" },
    { key: "step-3", plannedOn: "2023-06-30", weight: 2, title: "许可", titleEn: "Permit" },
    { key: "step-2", plannedOn: "2023-12-10", weight: 1, title: "验收", titleEn: "验收" },
  ]);
});

test.each([
  [{ removedSteps: ["contract"] }, { "step:contract": "step-reported" }],
  [{ removedSteps: ["build", "contract"] }, { "step:contract": "step-reported", form: "no-steps-left" }],
  [{ addedSteps: { "steps.0.title": "许可" } }, { "steps.0.plannedOn": "not-a-day" }],
  [{ removedSteps: ["unknown"] }, { form: "nothing-changed" }],
  [
    { addedSteps: { "steps.0.plannedOn": "2024-02-01", "steps.0.title": "许可" }, confirmed: "no" },
    { confirmed: "confirm-questions" },
  ],
])("checks added and removed steps: %j", (input, errors) => {
  expect(check({ ...WHY, ...input }, MILESTONE, { stepFacts: STEP_FACTS })).toEqual({ ok: false, errors });
});

test("changes the weight of a step; an absent one stays, and an extension leaves weights alone", () => {
  const steps = [
    { key: "contract", plannedOn: "2023-03-31", weight: "2.5" },
    { key: "build", plannedOn: "2023-12-15" },
  ];
  const result = check({ ...WHY, steps }, MILESTONE);
  expect(
    result.ok && result.revision.after.steps.map(({ key, plannedOn, weight }) => ({ key, plannedOn, weight })),
  ).toEqual([
    { key: "contract", plannedOn: "2023-03-31", weight: 2.5 },
    { key: "build", plannedOn: "2023-12-15", weight: 3 },
  ]);
  const extension = check({ ...WHY, steps }, MILESTONE, { onlyDates: true });
  expect(extension.ok && extension.revision.after.steps.map(({ weight }) => weight)).toEqual([1, 3]);
});

test.each(["0", "-1", "", "10000", "many"])("rejects the weight %s", (weight) => {
  const steps = [{ key: "contract", plannedOn: "2023-03-31", weight }];
  expect(check({ ...WHY, steps }, MILESTONE)).toEqual({ ok: false, errors: { "weight:contract": "not-a-weight" } });
});

test("merges January and February of a plan", () => {
  const cells = { "plan:2023-02-28": "20", "plan:2023-06-30": "50" };
  const result = check({ ...WHY, planShape: "values", mergeJanuaryFebruary: "true", cells });
  expect(result.ok && result.revision.after).toMatchObject({
    mergeJanuaryFebruary: true,
    planValues: [
      { on: "2023-02-28", value: "20" },
      { on: "2023-06-30", value: "50" },
    ],
  });
  expect(result.ok && result.revision.fields).toContain("mergeJanuaryFebruary");
});

const OWN_ID = "019a0000-0000-7000-8000-000000000001";
const MEETINGS = [{ asOf: isoDate("2023-03-20"), dueOn: isoDate("2023-03-24") }];
const reporting = { calendarId: null, datesOf: new Map([[OWN_ID, MEETINGS]]) };

test("takes calendar, cut-off and lag from the office, with the dates of a custom calendar", () => {
  const regular = check(
    { ...WHY, calendar: "quarterly", cutOffWorkingDays: "8", publicationLagMonths: "1" },
    aTarget(),
    { reporting },
  );
  expect(regular).toMatchObject({
    ok: true,
    revision: {
      fields: ["calendar", "cutOffWorkingDays", "publicationLagMonths"],
      calendar: { calendar: "quarterly", calendarId: null },
      after: { calendar: "quarterly", cutOffWorkingDays: 8, publicationLagMonths: 1 },
    },
  });
  const custom = check({ ...WHY, calendar: `own:${OWN_ID}` }, aTarget(), { reporting });
  expect(custom).toMatchObject({
    ok: true,
    revision: { fields: ["calendar", "reportingDates"], after: { calendar: "custom", reportingDates: MEETINGS } },
  });
});

test("a calendar with the same dates as the present one is a change", () => {
  const terms = aTarget({ calendar: "custom", reportingDates: MEETINGS });
  const present = { ...reporting, calendarId: "019a0000-0000-7000-8000-000000000002" };
  const result = check({ ...WHY, calendar: `own:${OWN_ID}` }, terms, { reporting: present });
  expect(result).toMatchObject({ ok: true, revision: { fields: [], calendar: { calendarId: OWN_ID } } });
});

test.each([
  [{ calendar: "weekly" }, { calendar: "unknown" }],
  [{ calendar: "own:019a0000-0000-7000-8000-000000000009" }, { calendar: "unknown" }],
  [{ cutOffWorkingDays: "61" }, { cutOffWorkingDays: "not-a-cut-off" }],
  [{ publicationLagMonths: "1.5" }, { publicationLagMonths: "not-a-lag" }],
  [{ calendar: "none", publicationLagMonths: "1" }, { publicationLagMonths: "lag-needs-periods" }],
  [{ calendar: "monthly", cutOffWorkingDays: "5", publicationLagMonths: "0" }, { form: "nothing-changed" }],
])("rejects the reporting %j by its field", (input, errors) => {
  expect(check({ ...WHY, ...input }, aTarget(), { reporting })).toEqual({ ok: false, errors });
});

test("ignores the reporting in a request of the owner", () => {
  const result = check({ ...WHY, calendar: "quarterly", publicationLagMonths: "3" });
  expect(result).toEqual({ ok: false, errors: { form: "nothing-changed" } });
});
