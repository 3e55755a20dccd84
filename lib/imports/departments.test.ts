import { describe, expect, it } from "vitest";
import { type KnownDepartment, planDepartments } from "@/lib/imports/departments";

const NO_CODES = { divisionCode: null, creditCode: null };
const KNOWN: readonly KnownDepartment[] = [
  { slug: "city", name: "市政府", nameEn: "City", parent: null, isClosed: false, ...NO_CODES },
  { slug: "transport", name: "市交通运输局", nameEn: "Transport Bureau", parent: "city", isClosed: false, ...NO_CODES },
  { slug: "old", name: "市老局", nameEn: "Old Bureau", parent: null, isClosed: true, ...NO_CODES },
];
const NOTHING = { slug: null, name: null, nameEn: null, parent: null, ...NO_CODES };

type Cells = readonly [slug: string, name: string, nameEn: string, parent: string | null];
const plan = (rows: readonly Cells[]) =>
  planDepartments(
    rows.map(([slug, name, nameEn, parent], index) => ({
      line: index + 2,
      values: { ...NOTHING, slug, name, nameEn, parent },
    })),
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

describe("planDepartments without codes and English names", () => {
  const named = (values: readonly Partial<typeof NOTHING | Record<string, string>>[]) =>
    planDepartments(
      values.map((row, index) => ({ line: index + 1, values: { ...NOTHING, ...row } })),
      KNOWN,
    );

  it("makes both from the name, under the only department at the top", () => {
    const { entries } = named([{ name: "市教育局" }, { name: "市交易局" }, { name: "Culture Bureau", slug: "" }]);
    expect(entries.map(({ slug, nameEn, parent }) => [slug, nameEn, parent])).toEqual([
      ["sjyj", "市教育局", "city"],
      ["sjyj-2", "市交易局", "city"],
      ["culture-bureau", "Culture Bureau", "city"],
    ]);
  });

  it("leaves new departments at the top if several are there", () => {
    const tops = ["east", "west"].map((slug) => ({ ...(KNOWN[0] as KnownDepartment), slug, name: slug }));
    expect(
      planDepartments([{ line: 1, values: { ...NOTHING, name: "市教育局" } }], tops).entries[0]?.parent,
    ).toBeNull();
  });

  it("recognises an existing department by its name and changes nothing of it", () => {
    const { lines, entries } = named([{ name: "市交通运输局" }, { name: "市教育局" }, { name: "市教育局" }]);
    expect(lines.map(({ outcome, why }) => [outcome, why])).toEqual([
      ["same", null],
      ["added", null],
      ["refused", "twice"],
    ]);
    expect(entries).toHaveLength(1);
  });

  it("finds a parent by its name, known or in the sheet", () => {
    const { entries } = named([
      { name: "民航处", parent: "市交通运输局" },
      { name: "基教处", parent: "市教育局" },
      { name: "市教育局", parent: "city" },
    ]);
    expect(entries.map(({ slug, parent }) => [slug, parent])).toEqual([
      ["mhc", "transport"],
      ["jjc", "sjyj"],
      ["sjyj", "city"],
    ]);
  });

  it("reads official codes and rejects wrong ones; without their columns they stay", () => {
    const code = "91350100M000100Y43";
    const { lines, entries } = named([
      { name: "市教育局", divisionCode: "320600", creditCode: code.toLowerCase() },
      { name: "市交通运输局", divisionCode: "32060" },
      { name: "市水利局", creditCode: "91350100M000100Y44" },
    ]);
    expect(lines.map(({ why }) => why)).toEqual([null, "not-a-division-code", "not-a-credit-code"]);
    expect(entries[0]).toMatchObject({ divisionCode: "320600", creditCode: code });
    const known = [{ ...KNOWN[1], parent: null, divisionCode: "320600", creditCode: code } as KnownDepartment];
    const kept = planDepartments([{ line: 1, values: { ...NOTHING, name: "市交通局", slug: "transport" } }], known);
    expect(kept.entries).toEqual([
      {
        slug: "transport",
        name: "市交通局",
        nameEn: "Transport Bureau",
        parent: null,
        divisionCode: "320600",
        creditCode: code,
        isNew: false,
      },
    ]);
  });
});
