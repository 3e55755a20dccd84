import { describe, expect, it } from "vitest";
import { compareWithExisting, type ExistingTarget, existingFinder } from "./existing-targets";

const aDraft = (changes: Partial<ExistingTarget> = {}): ExistingTarget => ({
  code: "T2023-001",
  title: "建设口袋公园",
  owner: "commerce",
  year: 2023,
  value: "30",
  unit: "个",
  dueOn: "2023-12-31",
  draft: { fingerprint: "a", isEdited: false, source: "表.csv，第3行" },
  ...changes,
});
const aRow = { title: "建设口袋公园", owner: "commerce", year: 2023, source: "表.csv，第3行" };
const find = (existing: ExistingTarget[], row: typeof aRow, others: (typeof aRow)[] = []) =>
  existingFinder(existing, [row, ...others])(row)?.code ?? null;

describe("existingFinder", () => {
  it("finds the target with the same title, owner and year, wherever the row is", () => {
    expect(find([aDraft()], { ...aRow, source: "新表.csv，第9行" })).toBe("T2023-001");
    expect(find([aDraft()], { ...aRow, year: 2024, source: "" })).toBe(null);
  });

  it("finds the draft of the same place by a similar title, but not by another task in a file of the same name", () => {
    expect(find([aDraft()], { ...aRow, title: "建设社区公园", owner: "transport" })).toBe("T2023-001");
    expect(find([aDraft()], { ...aRow, title: "建设充电站" })).toBe(null);
  });

  it("leaves a draft to the row that is about it", () => {
    expect(find([aDraft()], { ...aRow, title: "建设社区公园" }, [aRow])).toBe(null);
  });

  it("does not take a draft that no import wrote", () => {
    const draft = { fingerprint: null, isEdited: true, source: "表.csv，第3行" };
    expect(find([aDraft({ draft })], { ...aRow, title: "建设社区公园" })).toBe(null);
  });
});

describe("compareWithExisting", () => {
  const task = { value: 30, dueOn: "2023-12-31" };

  it("compares a draft with the row from which it was imported", () => {
    expect(compareWithExisting(aDraft(), task, "a")).toBe("same");
    expect(compareWithExisting(aDraft(), task, "b")).toBe("changes");
    const draft = { fingerprint: "a", isEdited: true, source: "" };
    expect(compareWithExisting(aDraft({ draft }), task, "a")).toBe("same");
    expect(compareWithExisting(aDraft({ draft }), task, "b")).toBe("edited");
  });

  it("compares other targets by figure and due date", () => {
    expect(compareWithExisting(aDraft({ draft: null }), task, "b")).toBe("same");
    expect(compareWithExisting(aDraft({ draft: null }), { ...task, value: 31 }, "b")).toBe("differs");
    expect(compareWithExisting(aDraft({ draft: null, value: null }), { ...task, value: null }, "b")).toBe("same");
  });
});
