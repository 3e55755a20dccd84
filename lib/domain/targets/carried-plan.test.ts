import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { carriedPlanValues } from "@/lib/domain/targets/carried-plan";
import { aBaseline, aPlan, aTarget } from "@/testing/target-builders";

const planned = (...values: number[]) =>
  aPlan({
    shape: "values",
    values: values.map((value, index) => ({ on: isoDate(`2023-0${index + 3}-28`), value: new Decimal(value) })),
  });
const next = (value: number | null, baseline: number | null = null) => ({
  value: value === null ? null : new Decimal(value),
  baseline: baseline === null ? null : new Decimal(baseline),
  precision: 1,
});
const carried = (...[terms, period]: Parameters<typeof carriedPlanValues>) =>
  carriedPlanValues(terms, period).map(({ value }) => value.toNumber());

describe("the planned values of the following period", () => {
  it("keep the shares of a total", () => {
    const total = aTarget({ value: new Decimal(88), plan: planned(22, 44, 66) });
    expect(carried(total, next(120))).toEqual([30, 60, 90]);
  });

  it("keep the shares of the way of a level, which starts at another baseline", () => {
    const level = aTarget({
      kind: "level",
      value: new Decimal(60),
      baseline: aBaseline(50),
      plan: planned(52, 55),
    });
    expect(carried(level, next(80, 60))).toEqual([64, 70]);
    expect(carried(level, next(80))).toEqual([52, 55]);
  });

  it("keep the ratio of an average that starts high, and the distance of a growth rate", () => {
    const dust = aTarget({ kind: "level", value: new Decimal(32), plan: planned(48, 36) });
    expect(carried(dust, next(30, 31))).toEqual([45, 33.8]);
    const growth = aTarget({ kind: "growth", value: new Decimal(5), plan: planned(-2, 3) });
    expect(carried(growth, next(6))).toEqual([-1, 4]);
  });

  it("stay as they are while the figure is not decided", () => {
    const total = aTarget({ value: new Decimal(88), plan: planned(22, 44) });
    expect(carried(total, next(null))).toEqual([22, 44]);
  });
});
