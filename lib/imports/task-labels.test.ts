import { describe, expect, it } from "vitest";
import { labelsOfTask } from "./task-labels";
import type { TaskTarget } from "./tasks/results";

const of = (section: string | null, serial: string | null, plan: string | null) =>
  labelsOfTask({ section, serial } as TaskTarget, plan).map(({ kind, name, number }) =>
    [kind, name, number].filter(Boolean).join(" "),
  );

describe("labelsOfTask", () => {
  it("makes a section a topic, without its numbering and its count", () => {
    expect(of("一、综合经济指标（6项）", null, null)).toEqual(["topic 综合经济指标"]);
    expect(of("（二）城乡建设", null, null)).toEqual(["topic 城乡建设"]);
    expect(of("A strong economy", null, null)).toEqual(["topic A strong economy"]);
  });

  it("makes a section that says what the figures are a category", () => {
    expect(of("二、约束性指标", null, null)).toEqual(["category 约束性指标"]);
    expect(of("三、重大项目", null, null)).toEqual(["category 重点项目"]);
    expect(of("为民办实事", null, null)).toEqual(["category 民生实事"]);
  });

  it("numbers the row in the plan that the user names", () => {
    expect(of(null, "12", "2024年政府工作报告")).toEqual(["plan 2024年政府工作报告 12"]);
    expect(of(null, "12", null)).toEqual([]);
    expect(of(null, null, "“十四五”规划")).toEqual(["plan “十四五”规划"]);
  });
});
