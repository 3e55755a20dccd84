import { describe, expect, it } from "vitest";
import { seedDepartments } from "@/prisma/seed-data/departments";
import { seedQuotes } from "@/prisma/seed-data/quotes";
import { seedTargets } from "@/prisma/seed-data/targets";
import type { SeedTarget } from "@/prisma/seed-data/types";

function target(code: string): SeedTarget {
  const found = seedTargets.find((each) => each.code === code);
  if (!found) throw new Error(`no target ${code}`);
  return found;
}

const promise = ({ code, ownerSlug, metric, comparator, value, stretchValue }: SeedTarget) => [
  code,
  ownerSlug,
  metric.kind,
  comparator,
  value,
  stretchValue,
  metric.unit,
];

describe("section A", () => {
  it("promises what the page prints", () => {
    expect(seedTargets.filter((each) => each.section === "A").map(promise)).toEqual([
      ["NT-T01", "transport", "cumulative", "equal", "88", null, "个"],
      ["NT-T02", "transport", "cumulative", "equal", "402", null, "亿元"],
      ["NT-T02b", "transport", "growth", "about", "27", null, "%"],
      ["NT-T03", "transport", "rank", "within-rank", "2", "1", "位"],
      ["NT-T04", "commerce", "cumulative", "equal", "891", null, "家"],
      ["NT-T05", "hitech", "level", "more-than", "10", null, "亿元"],
      ["NT-T06", "hitech", "cumulative", "equal", "100", null, "万平方米"],
      ["NT-T07", "haimen", "cumulative", "at-least", "30", null, "个"],
      ["NT-T08", "haimen", "cumulative", "equal", "70", null, "条"],
    ]);
  });

  it("marks the 2022 investment as derived and splits the compound commitment", () => {
    expect(target("NT-T02").baseline).toMatchObject({ value: "316.5", year: 2022, origin: "derived" });
    // One sentence with two promises: siblings that share the quote, not a whole and its part.
    expect(target("NT-T02b")).toMatchObject({ parentCode: null, quoteKey: "transport-investment", baseline: null });
    expect(target("NT-T02")).toMatchObject({ parentCode: null, quoteKey: "transport-investment" });
    expect(target("NT-T02").history.filter((each) => each.origin !== "illustrative")).toEqual([
      expect.objectContaining({ asOf: "2022-12-31", value: "316.5", origin: "derived" }),
    ]);
  });

  it("ends with the year, or after three years if the page says so", () => {
    const periods = new Map(seedTargets.map((each) => [each.code, [each.startOn, each.dueOn]]));
    expect(periods.get("NT-T01")).toEqual(["2023-01-01", "2023-12-31"]);
    expect(periods.get("NT-T06")).toEqual(["2023-01-01", "2025-12-31"]);
    expect(periods.get("NT-M02")).toEqual(["2023-01-01", "2025-12-31"]);
  });
});

describe("section B", () => {
  const open = seedTargets.filter((each) => each.section === "B");

  it("has the printed 2022 figures and no value", () => {
    expect(open.map((each) => [each.code, each.baseline?.value, each.metric.unit, each.baseline?.year])).toEqual([
      ["NT-B01", "502", "个", 2022],
      ["NT-B02", "145", "个", 2022],
      ["NT-B03", "38", "个", 2022],
      ["NT-B04", "29.5", "亿美元", 2022],
      ["NT-B05", "55", "%", 2022],
      ["NT-B06", "30", "%", 2022],
      ["NT-B07", "60", "%", 2022],
    ]);
    for (const each of open) {
      expect(each).toMatchObject({ value: null, state: "issued", ownerSlug: "commerce", visibility: "public" });
      expect(each.baseline?.origin).toBe("printed");
    }
  });

  it("derives 2021 from the printed growth", () => {
    expect(target("NT-B02")).toMatchObject({ printedGrowth: { percent: "35" }, history: [{ value: "107" }] });
    expect(target("NT-B03")).toMatchObject({ printedGrowth: { percent: "52" }, history: [{ value: "25" }] });
  });
});

describe("section C", () => {
  const milestones = seedTargets.filter((each) => each.section === "C");

  it("has fifteen milestones with their owners", () => {
    expect(milestones.map((each) => `${each.code} ${each.ownerSlug} ${each.steps.length}`)).toEqual([
      "NT-M01 science 4",
      "NT-M02 science 6",
      "NT-M03 science 5",
      "NT-M04 science 6",
      "NT-M05 science 6",
      "NT-M06 science 4",
      "NT-M07 commerce 3",
      "NT-M08 commerce 3",
      "NT-M09 commerce 3",
      "NT-M10 school 8",
      "NT-M11 haimen 3",
      "NT-M12 haimen 2",
      "NT-M13 haimen 3",
      "NT-M14 transport 4",
      "NT-M15 hitech 3",
    ]);
  });

  it("names only the steps the page names", () => {
    const printed = milestones.flatMap((each) => each.steps.filter((step) => step.printed).map((step) => step.key));
    expect(printed).toHaveLength(27);
    expect(target("NT-M10").steps.filter((step) => step.printed)).toHaveLength(3);
    expect(target("NT-M04").steps.filter((step) => step.printed)).toHaveLength(0);
  });

  it("plans every step within the target's period, in order, with a unique key", () => {
    for (const { code, steps, startOn, dueOn } of milestones) {
      const days = steps.map((step) => step.plannedOn);
      expect(days, code).toEqual([...days].sort());
      for (const day of days) expect(day >= startOn && day <= dueOn, `${code} ${day}`).toBe(true);
      expect(new Set(steps.map((step) => step.key)).size, code).toBe(steps.length);
    }
  });
});

describe("all targets", () => {
  it("have unique codes and metric keys, known owners and known quotes", () => {
    expect(seedTargets).toHaveLength(31);
    expect(new Set(seedTargets.map((each) => each.code)).size).toBe(31);
    expect(new Set(seedTargets.map((each) => each.metric.key)).size).toBe(31);
    const slugs = new Set(seedDepartments.map((department) => department.slug));
    const essayByKey = new Map(seedQuotes.map((quote) => [quote.key, quote.essayKey]));
    for (const each of seedTargets) {
      expect(slugs).toContain(each.ownerSlug);
      expect(essayByKey.get(each.quoteKey), each.code).toBe(each.ownerSlug);
    }
  });

  it("leave no quote without a target", () => {
    const used = new Set(seedTargets.map((each) => each.quoteKey));
    expect(seedQuotes.map((quote) => quote.key).filter((key) => !used.has(key))).toEqual([]);
  });

  it("have Chinese and English text", () => {
    for (const each of seedTargets) {
      for (const english of [each.titleEn, each.metric.nameEn, each.metric.definitionEn, each.metric.dataSourceEn]) {
        expect(english).toMatch(/[A-Za-z]/);
        expect(english).not.toMatch(/[一-鿿]/);
      }
      for (const step of each.steps) expect(step.titleEn).not.toMatch(/[一-鿿]/);
      expect(each.note === null).toBe(each.noteEn === null);
    }
  });
});
