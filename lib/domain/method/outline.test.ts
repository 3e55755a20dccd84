import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { nextReportAfter, noReportExpectedFrom } from "@/lib/domain/calendar/reporting-periods";
import { latestReading } from "@/lib/domain/targets/assess";
import { assessOn } from "@/lib/domain/targets/overdue";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import { freshnessOn } from "@/lib/domain/targets/standing";
import { JUDGINGS, METRIC_KINDS } from "@/lib/domain/targets/types";
import type { MethodExample } from "./example";
import { METHOD_EXAMPLES } from "./outline";

const examples: [string, MethodExample][] = Object.values(METHOD_EXAMPLES).flatMap((section) =>
  Object.entries<MethodExample>(section),
);

describe("an example of the method page", () => {
  it.each(examples)("gets its light and its gap: %s", (_key, { terms, readings, on, rules, light, gap, freshness }) => {
    const latest = latestReading(readings);
    const today = on === undefined ? latest?.asOf : isoDate(on);
    if (today === undefined) throw new Error("an example without reports needs a day");
    const assessed = assessOn(terms, readings, rules ?? DEFAULT_RULES, today);
    expect(assessed.light).toBe(light);
    const { gapValue } = assessed.assessment;
    expect(gapValue.known ? gapValue.value : null).toEqual(gap === null ? null : new Decimal(gap));
    if (freshness === undefined) return;
    const next = nextReportAfter(terms, latest, new Map());
    const inputs = {
      notExpectedFrom: latest === null ? null : noReportExpectedFrom(terms, latest, new Map()),
      nextReportOpensOn: next?.opensOn ?? null,
      nextReportDueOn: next?.dueOn ?? null,
      hasValue: latest !== null,
    };
    expect(freshnessOn(inputs, today)).toBe(freshness);
  });

  it("gets a different light under the default bounds", () => {
    const { terms, readings } = METHOD_EXAMPLES.gap["own-bounds"];
    expect(assessOn(terms, readings, DEFAULT_RULES, isoDate("2023-09-30")).light).toBe("behind");
  });
});

it("has an example of every metric kind and every way to judge but the average by days", () => {
  const used = (of: (example: MethodExample) => string) => new Set(examples.map(([, example]) => of(example)));
  expect(used(({ terms }) => terms.kind)).toEqual(new Set(METRIC_KINDS));
  expect(used(({ terms }) => terms.judging)).toEqual(new Set(JUDGINGS.filter((one) => one !== "average-by-days")));
});
