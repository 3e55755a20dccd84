import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missingFields } from "@/lib/imports/proposals/task-of-proposal";
import { proposalFieldsSchema, proposalWordsSchema } from "@/lib/schemas/proposal";
import { seedDepartments } from "@/prisma/seed-data/departments";
import { seedSource } from "@/prisma/seed-data/page";
import { proposeFrom } from "./propose";

const departments = seedDepartments;
const propose = (text: string, year = 2024) => proposeFrom(text, { departments, year });

describe("a work report", () => {
  const report = `2024年工作报告
一、2023年工作回顾
市商务局全年实际使用外资29.5亿美元；市交通运输局新改建农村公路240公里。
二、2024年目标任务
市商务局力争实际使用外资不少于31亿美元、增长5%。市交通运输局新改建农村公路260公里，6月底前出台公交提质实施方案。`;
  const found = propose(report);

  test("proposes promises with owner, comparator and year, and milestones with their day", () => {
    const promises = found.filter(({ fields }) => fields.role === "promise");
    expect(
      promises.map(({ fields: one }) => [
        one.kind,
        one.metric,
        one.comparator,
        one.value,
        one.unit,
        one.owner,
        one.year,
      ]),
    ).toEqual([
      ["cumulative", "实际使用外资", "at-least", "31", "亿美元", "commerce", "2024"],
      ["cumulative", "新改建农村公路", "equal", "260", "公里", "transport", "2024"],
      ["milestone", "出台公交提质实施方案", "equal", "", "", "transport", "2024"],
    ]);
    expect(promises[2]?.fields.dueOn).toBe("2024-06-30");
    expect(promises[0]?.fields.growthPct).toBe("5");
    expect(promises.map(({ fields }) => missingFields(fields))).toEqual([{}, {}, {}]);
  });

  test("merges last year's result of the same metric and unit as the baseline", () => {
    const merged = found.flatMap(({ fields, mergedInto, mergedAs }) =>
      mergedInto === null ? [] : [[fields.metric, mergedAs, found[mergedInto]?.fields.baselineValue]],
    );
    expect(merged).toEqual([
      ["实际使用外资", "baseline", "29.5"],
      ["新改建农村公路", "baseline", "240"],
    ]);
  });

  test("explains each field by the words that decided it", () => {
    const [first] = found.filter(({ fields }) => fields.value === "31");
    expect(first?.words).toEqual(
      expect.arrayContaining([
        { word: "不少于", means: "comparator", detail: "at-least" },
        { word: "力争", means: "role", detail: "promise" },
        { word: "市商务局", means: "owner", detail: "commerce" },
      ]),
    );
  });
});

test("turns a promised fall into a growth below zero", () => {
  const [one] = propose("2024年，单位GDP能耗下降3%以上。");
  expect([one?.fields.kind, one?.fields.comparator, one?.fields.value]).toEqual(["growth", "at-most", "-3"]);
});

test("proposes every target of the seed page with its owner", () => {
  const page = seedSource.essays.flatMap(({ title, paragraphs }) => [title ?? "", ...paragraphs]).join("\n\n");
  const found = propose(page, 2023).filter(({ fields }) => fields.role === "promise" && fields.kind !== "milestone");
  expect(found.map(({ fields }) => [fields.owner, fields.value])).toEqual([
    ["commerce", "891"],
    ["transport", "88"],
    ["transport", "402"],
    ["transport", "2"],
    ["hitech", "10"],
    ["hitech", "100"],
    ["haimen", "30"],
    ["haimen", "70"],
  ]);
});

const PIECES = [
  "市商务局",
  "实现",
  "不少于",
  "力争",
  "下降",
  "增长",
  "分别",
  "30个",
  "5亿元",
  "27%",
  "前3名",
  "6月底前",
  "到2026年",
  "出台",
  "实施方案",
  "从",
  "提高到",
  "。",
  "，",
  "；",
  "\n\n",
  "at least",
  " 12 ",
  "million",
  "by 2026",
  "halve",
  "，其中",
  "“",
  "(",
  "\u0000",
  "😀",
  "第",
];

test("any text gives marks inside it and fields that the schema accepts", () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme", maxLength: 300 }),
  );
  fc.assert(
    fc.property(text, (body) => {
      for (const { startsAt, endsAt, fields, words, mergedInto } of propose(body)) {
        expect(startsAt).toBeGreaterThanOrEqual(0);
        expect(endsAt).toBeGreaterThan(startsAt);
        expect(endsAt).toBeLessThanOrEqual(body.length);
        proposalFieldsSchema.parse(fields);
        proposalWordsSchema.parse(words);
        if (mergedInto !== null) expect(fields.role).toBe("result");
      }
    }),
    { numRuns: 500 },
  );
});
