import { describe, expect, test } from "vitest";
import { readNewTarget } from "./new-target";

const FORM = {
  code: "2024-T01",
  title: "新开工项目",
  titleEn: "Projects started",
  owner: "commerce",
  metric: "projects",
  comparator: "at-least",
  value: "30",
  planShape: "linear",
  startOn: "2024-01-01",
  dueOn: "2024-12-31",
  calendar: "monthly",
  visibility: "public",
  note: "",
};
const KINDS = { projects: "cumulative", place: "rank", plan: "milestone", pace: "growth" } as const;
const read = (change: Record<string, string> = {}) =>
  readNewTarget({ ...FORM, ...change }, (key) => {
    const kind = KINDS[key as keyof typeof KINDS];
    return kind && { kind, direction: kind === "rank" ? "decrease" : "increase" };
  });

function errorsOf(change: Record<string, string>) {
  const result = read(change);
  return result.ok ? {} : result.errors;
}

describe("readNewTarget", () => {
  test("reads a target of an existing metric", () => {
    const result = read();
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(result.target).toMatchObject({
      code: "2024-T01",
      metric: { key: "projects" },
      terms: { comparator: "at-least", value: "30", planShape: "linear", baselineValue: null },
    });
  });

  test("accepts a draft without a value", () => {
    const result = read({ value: "" });
    expect(result.ok && result.target.terms.value).toBe(null);
  });

  test("gives a rank its comparator and a flat plan", () => {
    const result = read({ metric: "place", value: "2", stretchValue: "1" });
    expect(result.ok && result.target.terms).toMatchObject({
      comparator: "within-rank",
      planShape: "flat",
      value: "2",
    });
  });

  test("accepts a rank within the first third without a figure", () => {
    const result = read({ metric: "place", comparator: "first-third", value: "4", stretchValue: "1" });
    expect(result.ok && result.target.terms).toMatchObject({
      comparator: "first-third",
      value: null,
      stretchValue: "1",
    });
  });

  test("gives a growth rate a flat plan, regardless of the form", () => {
    const result = read({ metric: "pace", value: "27" });
    expect(result.ok && result.target.terms.planShape).toBe("flat");
  });

  test("reads the rows of steps and leaves blank ones out", () => {
    const result = read({
      metric: "plan",
      "steps.0.plannedOn": "2024-05-31",
      "steps.0.title": "完成立项",
      "steps.0.titleEn": "Approved",
      "steps.0.weight": "2.5",
      "steps.1.plannedOn": "",
      "steps.1.title": "",
      "steps.2.plannedOn": "2024-09-30",
      "steps.2.title": "开工",
      "steps.2.weight": "",
    });
    expect(result.ok && result.target.steps).toEqual([
      { plannedOn: "2024-05-31", title: "完成立项", titleEn: "Approved", weight: "2.5" },
      { plannedOn: "2024-09-30", title: "开工", titleEn: "开工", weight: "1" },
    ]);
    expect(result.ok && result.target.terms).toMatchObject({ planShape: "milestones", value: null });
  });

  test("reads tolerance, judging and planned values", () => {
    const result = read({
      metric: "pace",
      comparator: "about",
      orBetter: "false",
      tolerance: "0.5",
      value: "3",
      judging: "average",
      planShape: "values",
      "plan:2024-03-31": "2.5",
      "plan:2024-06-30": "",
    });
    expect(result.ok && result.target.terms).toMatchObject({
      orBetter: false,
      tolerance: "0.5",
      judging: "average",
      planShape: "values",
      planValues: [{ on: "2024-03-31", value: "2.5" }],
    });
  });

  test("shows a target without an English title under its Chinese one", () => {
    const result = read({ titleEn: "" });
    expect(result.ok && result.target.titleEn).toBe("新开工项目");
  });

  test("accepts confirmed questions", () => {
    expect(errorsOf({ comparator: "at-most", confirmed: "yes" })).toEqual({});
  });

  const baseline = { baselineValue: "316.5", baselineYear: "2023" };
  const printed = { ...baseline, baselineOrigin: "printed" };

  test.each([
    [baseline, "entered"],
    [{ ...baseline, baselineOrigin: "derived" }, "derived"],
    [{ ...printed, quote: "commerce-1" }, "printed"],
    [{ ...printed, baselineNote: "2023年统计公报" }, "printed"],
  ])("the origin of %o is %s", (change, origin) => {
    const result = read(change);
    expect(result.ok && result.target.terms.baselineOrigin).toBe(origin);
  });

  test("an edited draft keeps the origin and note of an unchanged baseline, and neither for another", () => {
    const first = read({ ...printed, baselineNote: "2023年统计公报" });
    if (!first.ok) throw new Error(JSON.stringify(first.errors));
    const edit = (change: Record<string, string>) => {
      const form = { ...FORM, ...baseline, baselineNote: "2023年统计公报", baselineOrigin: "", ...change };
      const result = readNewTarget(form, () => ({ kind: "cumulative", direction: "increase" }), first.target);
      return result.ok && [result.target.terms.baselineOrigin, result.target.baselineNote];
    };
    expect(edit({})).toEqual(["printed", "2023年统计公报"]);
    expect(edit({ baselineValue: "320" })).toEqual(["entered", ""]);
    expect(edit({ baselineValue: "320", baselineNote: "部门年报" })).toEqual(["entered", "部门年报"]);
  });

  test.each([
    [{ publicationLagMonths: "25" }, { publicationLagMonths: "not-a-lag" }],
    [{ publicationLagMonths: "1.5" }, { publicationLagMonths: "not-a-lag" }],
    [{ publicationLagMonths: "2", calendar: "none" }, { publicationLagMonths: "lag-needs-periods" }],
    [printed, { baselineOrigin: "needs-source" }],
    [{ ...baseline, baselineOrigin: "newspaper" }, { baselineOrigin: "unknown" }],
    [{ code: "一号" }, { code: "not-a-code" }],
    [{ title: " " }, { title: "required" }],
    [{ value: "1e400" }, { value: "not-a-number" }],
    [{ dueOn: "2023-12-31" }, { dueOn: "before-start" }],
    [{ dueOn: "2024-02-30" }, { dueOn: "not-a-day" }],
    [{ comparator: "within-rank" }, { comparator: "wrong-kind" }],
    [{ comparator: "between" }, { upperValue: "required" }],
    [{ baselineValue: "316.5" }, { baselineYear: "required" }],
    [{ metric: "nothing" }, { metric: "unknown" }],
    [{ metric: "place", value: "1.5" }, { value: "not-a-place" }],
    [{ metric: "plan", "steps.0.plannedOn": "五月底", "steps.0.title": "完成" }, { "steps.0.plannedOn": "not-a-day" }],
    [{ metric: "plan", "steps.0.plannedOn": "2024-05-31" }, { "steps.0.title": "required" }],
    [
      { metric: "plan", "steps.0.plannedOn": "2024-05-31", "steps.0.title": "完成", "steps.0.weight": "0" },
      { "steps.0.weight": "not-a-weight" },
    ],
    [{ comparator: "about", orBetter: "" }, { orBetter: "choose-side" }],
    [{ planShape: "values" }, { planValues: "required" }],
    [{ planShape: "values", "plan:2024-06-30": "x" }, { "plan:2024-06-30": "not-a-number" }],
    [{ planShape: "values", "plan:2025-06-30": "10" }, { planValues: "outside-period" }],
    [{ planShape: "last-year", "last-year:2023-06-30": "10" }, { planShape: "last-year-incomplete" }],
    [{ comparator: "at-most", confirmed: "no" }, { confirmed: "confirm-questions" }],
    [{ value: "0", confirmed: "no" }, { confirmed: "confirm-questions" }],
    [{ baselineValue: "40", baselineYear: "2023", confirmed: "no" }, { confirmed: "confirm-questions" }],
    [{ calendar: "weekly" }, { calendar: "unknown" }],
  ])("wrong: %o", (change, errors) => {
    expect(errorsOf(change as unknown as Record<string, string>)).toMatchObject(errors);
  });

  test("names invalid fields of a new metric with the prefix metric", () => {
    const errors = errorsOf({ metric: "", "metric.name": "", "metric.kind": "level", "metric.precision": "9" });
    expect(errors).toMatchObject({ "metric.name": "required", "metric.precision": "not-a-precision" });
  });
});
