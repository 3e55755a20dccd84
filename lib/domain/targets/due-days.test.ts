import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { dueDaysBetween } from "@/lib/domain/targets/milestones";
import type { MilestoneStep, TargetTerms } from "@/lib/domain/targets/types";

const aStep = (key: string, plannedOn: string): MilestoneStep => ({
  key,
  title: key,
  titleEn: key,
  weight: 1,
  plannedOn: isoDate(plannedOn),
});

const TERMS: Pick<TargetTerms, "state" | "dueOn" | "steps"> = {
  state: "received",
  dueOn: isoDate("2023-10-20"),
  steps: [aStep("late", "2023-09-30"), aStep("end", "2023-10-31"), aStep("start", "2023-10-01")],
};
const OCTOBER = [isoDate("2023-10-01"), isoDate("2023-10-31")] as const;
const NONE = new Set<string>();

describe("what falls due", () => {
  it("is the target and its steps between the two days, inclusive, in order", () => {
    const due = dueDaysBetween(TERMS, "behind", NONE, OCTOBER);
    expect(due.map(({ on, step }) => [on, step?.key ?? null])).toEqual([
      ["2023-10-01", "start"],
      ["2023-10-20", null],
      ["2023-10-31", "end"],
    ]);
  });

  it("excludes completed steps", () => {
    expect(dueDaysBetween(TERMS, "on-track", new Set(["start"]), OCTOBER).map(({ step }) => step?.key)).toEqual([
      undefined,
      "end",
    ]);
  });

  it.each(["draft", "closed", "withdrawn"] as const)("is empty for a target that is %s", (state) => {
    expect(dueDaysBetween({ ...TERMS, state }, "behind", NONE, OCTOBER)).toEqual([]);
  });

  it("is empty for a target that is achieved", () => {
    expect(dueDaysBetween(TERMS, "achieved", NONE, OCTOBER)).toEqual([]);
  });

  it("includes a target that its owner has not received yet", () => {
    expect(dueDaysBetween({ ...TERMS, state: "issued" }, "no-report", NONE, OCTOBER)).toHaveLength(3);
  });
});
