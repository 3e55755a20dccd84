import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { missingForIssue, nextTargetState, TARGET_STEPS } from "@/lib/domain/targets/life-cycle";
import { TARGET_STATES } from "@/lib/domain/targets/types";
import { aTarget } from "@/testing/target-builders";

test("the transition table", () => {
  const open = TARGET_STATES.flatMap((state) =>
    TARGET_STEPS.flatMap((step) => {
      const next = nextTargetState(state, step);
      return next === null ? [] : [`${state} ${step} ${next}`];
    }),
  );
  expect(open).toEqual([
    "draft issue issued",
    "draft withdraw withdrawn",
    "issued receive received",
    "issued withdraw withdrawn",
    "received close closed",
    "received withdraw withdrawn",
    "closed reopen received",
  ]);
});

describe("missingForIssue", () => {
  test("requires a figure, both ends of a range, or steps", () => {
    expect(missingForIssue(aTarget({ value: null }))).toBe("no-target-value");
    expect(missingForIssue(aTarget({ comparator: "between", upperValue: null }))).toBe("no-target-value");
    expect(missingForIssue(aTarget({ kind: "milestone", value: null }))).toBe("no-steps");
  });
  test("requires a reporting date with a custom calendar, and nothing else", () => {
    const reportingDates = [{ asOf: isoDate("2024-01-31"), dueOn: isoDate("2024-02-05") }];
    expect(missingForIssue(aTarget({ calendar: "custom", reportingDates }))).toBe("no-reporting-date");
    expect(missingForIssue(aTarget({ calendar: "custom", reportingDates, dueOn: isoDate("2024-01-31") }))).toBeNull();
    expect(missingForIssue(aTarget())).toBeNull();
    expect(missingForIssue(aTarget({ kind: "yes-no", value: null }))).toBeNull();
  });
});
