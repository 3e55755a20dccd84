import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assessTarget } from "@/lib/domain/targets/assess";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { aPlan, aReading, aTarget } from "@/testing/target-builders";

const light = (terms: TargetTerms, reading: Reading | null) =>
  assessTarget(terms, reading === null ? [] : [reading], DEFAULT_RULES).light;

describe("milestones and yes-no", () => {
  const steps = [
    { key: "draft", title: "起草", titleEn: "Draft", weight: 1, plannedOn: isoDate("2023-04-30") },
    { key: "hear", title: "听证", titleEn: "Hearing", weight: 2, plannedOn: isoDate("2023-08-31") },
    { key: "issue", title: "印发", titleEn: "Issue", weight: 1, plannedOn: isoDate("2023-12-20") },
  ];
  const regulation = aTarget({ kind: "milestone", value: null, plan: aPlan({ shape: "milestones" }), steps });
  const done = (asOf: string, ...keys: string[]) =>
    aReading(asOf, null, { completedSteps: keys.map((key) => ({ key, doneOn: isoDate("2023-05-10") })) });

  it("compares completed weight with planned weight", () => {
    const assessment = assessTarget(regulation, [done("2023-08-31", "draft")], DEFAULT_RULES);
    expect(assessment.completionRatio).toEqual({ known: true, value: 0.25 });
    expect(assessment.expectedRatio).toEqual({ known: true, value: 0.75 });
    expect(assessment.light).toBe("far-behind");
    expect(light(regulation, done("2023-08-30", "draft"))).toBe("on-track");
    expect(light(regulation, done("2023-09-30", "draft", "hear", "issue"))).toBe("achieved");
    expect(light(regulation, done("2023-05-09", "draft"))).toBe("far-behind");
  });

  it("has minus the number of overdue steps as its gap, whatever was completed early", () => {
    const gap = (reading: Reading) => {
      const { gapValue } = assessTarget(regulation, [reading], DEFAULT_RULES);
      return gapValue.known ? gapValue.value.toNumber() : gapValue.reason;
    };
    expect(gap(done("2023-09-30", "draft"))).toBe(-1);
    expect(gap(done("2023-09-30", "draft", "issue"))).toBe(-1);
    expect(gap(done("2023-08-31", "draft", "hear"))).toBe(0);
    expect(gap(done("2023-08-31", "draft", "hear", "issue"))).toBe(1);
  });

  it("is not started while it is issued and not received, and nothing is reported", () => {
    const issued = { ...regulation, state: "issued" as const };
    expect(assessTarget(issued, [], DEFAULT_RULES)).toMatchObject({
      light: "not-started",
      basis: { decider: "not-received" },
    });
    expect(light(regulation, null)).toBe("no-report");
  });

  it("a yes-no is complete or not", () => {
    const terms = aTarget({ kind: "yes-no", value: null });
    expect(light(terms, aReading("2023-11-30", 0))).toBe("on-track");
    expect(light(terms, aReading("2023-05-31", 1))).toBe("achieved");
    expect(light(terms, aReading("2023-12-31", 0))).toBe("far-behind");
  });
});
