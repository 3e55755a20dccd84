import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assessTarget } from "@/lib/domain/targets/assess";
import {
  applyRevision,
  replacedTerms,
  revisedFields,
  type TermsChange,
  termsHistory,
  toRevisableTerms,
} from "@/lib/domain/targets/revisions";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import { LIGHTS } from "@/lib/domain/targets/types";
import { aBaseline, aReading, aTarget } from "@/testing/target-builders";

const CREATED = "2023-01-01T00:00:00.000Z";

describe("revisedFields and applyRevision", () => {
  test("names the changed fields, those of the baseline together", () => {
    const before = toRevisableTerms(aTarget({ baseline: aBaseline(50) }));
    const after = toRevisableTerms(aTarget({ baseline: aBaseline(60), dueOn: isoDate("2024-03-31") }));
    expect(revisedFields(before, after)).toEqual([
      "baselineValue",
      "baselineYear",
      "baselineOrigin",
      "baselineProvisional",
      "dueOn",
    ]);
    expect(revisedFields(before, before)).toEqual([]);
  });

  test("replaces the given fields and leaves the others", () => {
    const terms = applyRevision(aTarget(), { value: "80.5", dueOn: isoDate("2024-01-31") });
    expect([terms.value?.toFixed(), terms.dueOn, terms.startOn]).toEqual(["80.5", "2024-01-31", "2023-01-01"]);
  });
});

describe("termsHistory", () => {
  const changes: TermsChange[] = [
    { at: "2023-06-01T00:00:00.000Z", before: { value: "100" } },
    { at: "2023-02-01T00:00:00.000Z", before: { state: "draft" } },
    { at: "2023-01-15T00:00:00.000Z", before: { value: null } },
  ];

  test("undoes the changes in turn and marks versions that differ from the issued terms", () => {
    const versions = termsHistory(aTarget({ value: new Decimal(80) }), CREATED, changes);
    expect(versions.map((v) => [v.knownFrom, v.terms.state, v.terms.value?.toFixed() ?? null, v.adjusted])).toEqual([
      [CREATED, "draft", null, false],
      ["2023-01-15T00:00:00.000Z", "draft", "100", false],
      ["2023-02-01T00:00:00.000Z", "received", "100", false],
      ["2023-06-01T00:00:00.000Z", "received", "80", true],
    ]);
  });

  test("a target revised back to its first promise is not marked", () => {
    const back: TermsChange = { at: "2023-08-01T00:00:00.000Z", before: { value: "80" } };
    const versions = termsHistory(aTarget(), CREATED, [back, ...changes]);
    expect(versions.map((v) => v.adjusted)).toEqual([false, false, false, true, false]);
  });

  test("lists the promised terms that were replaced, until the day of the revision in the city", () => {
    const changedAt = (at: string, before: TermsChange["before"]): TermsChange => ({ at, before });
    const versions = termsHistory(aTarget({ value: new Decimal(80), state: "closed" }), CREATED, [
      changedAt("2023-12-31T00:00:00.000Z", { state: "received" }),
      changedAt("2023-06-14T16:30:00.000Z", { value: "100" }),
      changedAt("2023-05-02T00:00:00.000Z", { dueOn: isoDate("2023-11-30") }),
      ...changes.slice(1),
    ]);
    expect(replacedTerms(versions).map(({ terms, until }) => [terms.value?.toFixed(), terms.dueOn, until])).toEqual([
      ["100", "2023-11-30", "2023-05-02"],
      ["100", "2023-12-31", "2023-06-15"],
    ]);
  });

  test("no revision improves a light without the mark", () => {
    const number = fc.integer({ min: -200, max: 200 }).map((n) => new Decimal(n));
    const day = fc.integer({ min: 2, max: 12 }).map((month) => isoDate(`2023-${String(month).padStart(2, "0")}-28`));
    const comparator = fc.constantFrom("at-least" as const, "more-than" as const, "at-most" as const);
    const terms = fc
      .record({ value: number, dueOn: day, comparator })
      .map(({ value, dueOn, comparator }) => aTarget({ value, dueOn, comparator, baseline: aBaseline(10) }));
    fc.assert(
      fc.property(terms, terms, fc.integer({ min: 0, max: 300 }), (promised, present, reported) => {
        const { before } = { before: toRevisableTerms(promised) };
        const versions = termsHistory(present, CREATED, [{ at: "2023-06-01T00:00:00.000Z", before }]);
        const reading = aReading("2023-06-30", reported);
        const [then, now] = [promised, present].map(
          (one) => assessTarget(one, reading === null ? [] : [reading], DEFAULT_RULES).light,
        );
        const betters = LIGHTS.indexOf(now as never) < LIGHTS.indexOf(then as never);
        if (betters) expect(versions.at(-1)?.adjusted).toBe(true);
      }),
    );
  });
});

test("every version has the steps of its time, whatever revisions added, removed, moved and weighted", () => {
  const key = fc.constantFrom("a", "b", "c", "d", "e");
  const step = fc.record({ key, day: fc.integer({ min: 1, max: 28 }), weight: fc.integer({ min: 1, max: 9 }) });
  const list = fc.uniqueArray(step, { selector: (one) => one.key, minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), (lists) => {
      const forward = lists.map((one) =>
        one.map(({ key, day, weight }) => ({
          key,
          title: `步骤${key}`,
          titleEn: `Step ${key}`,
          weight,
          plannedOn: isoDate(`2023-06-${String(day).padStart(2, "0")}`),
        })),
      );
      const changes = forward
        .slice(0, -1)
        .map((steps, index): TermsChange => ({ at: `2023-0${index + 2}-01T00:00:00.000Z`, before: { steps } }))
        .toReversed();
      const present = aTarget({ kind: "milestone", value: null, steps: forward.at(-1) ?? [] });
      const versions = termsHistory(present, CREATED, changes);
      expect(versions.map(({ terms }) => terms.steps)).toEqual(forward);
    }),
  );
});
