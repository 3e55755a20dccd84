import { describe, expect, it } from "vitest";
import { type KnownDepartment, planDepartments } from "@/lib/imports/departments";

const KNOWN: readonly KnownDepartment[] = [
  { slug: "city", name: "市政府", nameEn: "City", parent: null, isClosed: false },
  { slug: "transport", name: "市交通运输局", nameEn: "Transport Bureau", parent: "city", isClosed: false },
  { slug: "old", name: "市老局", nameEn: "Old Bureau", parent: null, isClosed: true },
];

type Cells = readonly [slug: string, name: string, nameEn: string, parent: string | null];
const plan = (rows: readonly Cells[]) =>
  planDepartments(
    rows.map(([slug, name, nameEn, parent], index) => ({ line: index + 2, values: { slug, name, nameEn, parent } })),
    KNOWN,
  );
const outcomes = (rows: readonly Cells[]) => plan(rows).lines.map(({ line, outcome, why }) => [line, outcome, why]);

describe("planDepartments", () => {
  it("adds, renames and moves departments; a parent may follow in a later row", () => {
    const { lines, entries } = plan([
      ["culture-office", "文化处", "Culture Office", "culture"],
      ["culture", "市文旅局", "Culture Bureau", ""],
      ["transport", "市交通局", "Transport Bureau", "culture"],
      ["city", "市政府", "City", ""],
    ]);
    expect(lines.map(({ outcome, was }) => [outcome, was])).toEqual([
      ["added", null],
      ["added", null],
      ["changed", "transport · 市交通运输局 · Transport Bureau · city"],
      ["same", "city · 市政府 · City"],
    ]);
    expect(entries.map(({ slug, parent, isNew }) => [slug, parent, isNew])).toEqual([
      ["culture-office", "culture", true],
      ["culture", null, true],
      ["transport", "culture", false],
    ]);
  });

  it("leaves parents unchanged if the sheet has no parent column", () => {
    expect(plan([["transport", "市交通局", "Transport Bureau", null]]).entries[0]?.parent).toBe("city");
  });

  it("gives the reason for each rejected line", () => {
    expect(
      outcomes([
        ["Culture", "市文旅局", "Culture", ""],
        ["culture", "", "Culture", ""],
        ["culture", "市文旅局", "x".repeat(101), ""],
        ["old", "市老局", "Old", ""],
        ["sports", "市体育局", "Sports", "nowhere"],
        ["sports-office", "体育处", "Sports Office", "sports"],
        ["science", "市科技局", "Science", ""],
        ["science", "市科技局", "Science", ""],
        ["roads", "市交通运输局", "Roads", ""],
      ]),
    ).toEqual([
      [2, "refused", "not-a-slug"],
      [3, "refused", "no-name"],
      [4, "refused", "name-too-long"],
      [5, "refused", "closed"],
      [6, "refused", "no-parent"],
      [7, "refused", "no-parent"],
      [8, "added", null],
      [9, "refused", "twice"],
      [10, "refused", "name-taken"],
    ]);
  });

  it("rejects cycles among existing departments or within the sheet", () => {
    expect(outcomes([["city", "市政府", "City", "transport"]])).toEqual([[2, "refused", "circle"]]);
    expect(
      outcomes([
        ["a", "甲", "A", "b"],
        ["b", "乙", "B", "a"],
      ]),
    ).toEqual([
      [2, "refused", "circle"],
      [3, "refused", "circle"],
    ]);
  });

  it("swaps two names in one sheet", () => {
    expect(
      outcomes([
        ["city", "市交通运输局", "City", ""],
        ["transport", "市政府", "Transport Bureau", "city"],
      ]),
    ).toEqual([
      [2, "changed", null],
      [3, "changed", null],
    ]);
  });
});
