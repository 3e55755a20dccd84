import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { courseDays, expectedRatio, expectedValue } from "@/lib/domain/targets/expected";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { aBaseline, aPlan, aTarget } from "@/testing/target-builders";

const at = (terms: TargetTerms, day: string) => {
  const ratio = expectedRatio(terms, isoDate(day));
  return ratio.known ? ratio.value : ratio.reason;
};

describe("expectedRatio", () => {
  it.each([
    ["2022-12-31", 0],
    ["2023-01-31", 0.083333],
    ["2023-02-14", 0.125],
    ["2023-02-28", 0.166667],
    ["2023-06-30", 0.5],
    ["2023-11-30", 0.916667],
    ["2023-12-31", 1],
    ["2024-06-30", 1],
  ])("is linear by months: %s expects %d", (day, ratio) => {
    expect(at(aTarget(), day)).toBe(ratio);
  });

  it("expects nothing of merged January and February before the end of February", () => {
    const terms = aTarget({ plan: aPlan({ mergeJanuaryFebruary: true }) });
    expect(["2023-01-31", "2023-02-27", "2023-02-28"].map((day) => at(terms, day))).toEqual([0, 0, 0.166667]);
    const long = { ...terms, dueOn: isoDate("2024-12-31") };
    expect(["2024-01-31", "2024-02-29"].map((day) => at(long, day))).toEqual([0.5, 0.583333]);
  });

  it("interpolates between points in any order, to 1 on the due date", () => {
    const points = [
      { on: isoDate("2023-10-31"), ratio: 0.8 },
      { on: isoDate("2023-04-30"), ratio: 0.2 },
    ];
    const terms = aTarget({ plan: aPlan({ shape: "points", points }) });
    const days = ["2023-02-28", "2023-04-30", "2023-07-31", "2023-10-31", "2023-11-30", "2023-12-31"];
    expect(days.map((day) => at(terms, day))).toEqual([0.1, 0.2, 0.5, 0.8, 0.9, 1]);
    expect(at(aTarget({ plan: aPlan({ shape: "points" }) }), "2023-06-30")).toBe("no-plan");
  });

  it("is 1 throughout for a state", () => {
    expect(at(aTarget({ kind: "growth" }), "2023-01-31")).toBe(1);
    expect(at(aTarget({ kind: "level", plan: aPlan({ shape: "flat" }) }), "2023-01-31")).toBe(1);
    expect(at(aTarget({ kind: "rank" }), "2023-01-31")).toBe("not-a-percentage");
    expect(at(aTarget({ kind: "yes-no" }), "2023-12-30")).toBe(0);
  });

  it("follows the weights of the steps, and expects all on the due date even when a step is planned later", () => {
    const step = (key: string, weight: number, on: string) => ({
      key,
      title: key,
      titleEn: key,
      weight,
      plannedOn: isoDate(on),
    });
    const steps = [step("a", 1, "2023-03-31"), step("b", 2, "2023-09-30"), step("c", 1, "2024-03-31")];
    const terms = aTarget({ plan: aPlan({ shape: "milestones" }), steps });
    const days = ["2023-03-30", "2023-03-31", "2023-12-30", "2023-12-31"];
    expect(days.map((day) => at(terms, day))).toEqual([0, 0.25, 0.75, 1]);
    expect(at({ ...terms, steps: [] }, "2023-06-30")).toBe("no-steps");
  });

  it("is unknown for a period that ends before it starts", () => {
    expect(at(aTarget({ dueOn: isoDate("2022-12-31") }), "2023-06-30")).toBe("no-plan");
  });
});

describe("expectedValue and courseDays", () => {
  it("computes the value from the unrounded share", () => {
    const investment = aTarget({ value: new Decimal(402), baseline: aBaseline("316.5") });
    expect(expectedValue(investment, isoDate("2023-02-28"))).toEqual({ known: true, value: new Decimal(67) });
    const level = aTarget({ kind: "level", value: new Decimal(30), baseline: aBaseline(40), comparator: "at-most" });
    expect(expectedValue(level, isoDate("2023-06-30"))).toEqual({ known: true, value: new Decimal(35) });
    expect(expectedValue(aTarget({ value: null }), isoDate("2023-06-30")).known).toBe(false);
  });

  it("bends at the end of every month", () => {
    const days = courseDays(aTarget());
    expect(days).toHaveLength(13);
    expect(days.slice(0, 2)).toEqual(["2022-12-31", "2023-01-31"]);
    expect(days[12]).toBe("2023-12-31");
    expect(courseDays(aTarget({ kind: "rank" }))).toEqual([]);
  });

  it("starts at the end of the baseline's year where the period starts later", () => {
    const level = aTarget({
      kind: "level",
      value: new Decimal(20),
      baseline: { ...aBaseline(10), year: 2020 },
      dueOn: isoDate("2025-12-31"),
    });
    expect(expectedValue(level, isoDate("2023-12-31"))).toEqual({ known: true, value: new Decimal(16) });
    expect(expectedValue(level, isoDate("2022-12-31"))).toEqual({ known: true, value: new Decimal(14) });
    expect(expectedRatio({ ...level, kind: "cumulative" }, isoDate("2023-12-31")).known).toBe(true);
  });

  it("follows planned values: shares of the way, or a separate course", () => {
    const plan = aPlan({ shape: "values", values: [{ on: isoDate("2023-06-30"), value: new Decimal(40) }] });
    expect(expectedRatio(aTarget({ plan }), isoDate("2023-06-30"))).toEqual({ known: true, value: 0.4 });
    expect(expectedRatio(aTarget({ plan }), isoDate("2023-03-31"))).toEqual({ known: true, value: 0.2 });
    const average = aTarget({ kind: "level", comparator: "at-most", value: new Decimal(30), plan });
    expect(expectedRatio(average, isoDate("2023-06-30"))).toEqual({ known: false, reason: "not-a-percentage" });
    const valueOn = (day: string) => expectedValue(average, isoDate(day));
    expect(valueOn("2023-02-28")).toEqual({ known: true, value: new Decimal(40) });
    expect(valueOn("2023-09-30")).toEqual({ known: true, value: new Decimal(35) });
    expect(valueOn("2023-12-31")).toEqual({ known: true, value: new Decimal(30) });
  });
});
