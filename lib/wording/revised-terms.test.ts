import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import type { TargetTerms } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { aBaseline, aTarget } from "@/testing/target-builders";
import { revisedLines } from "./revised-terms";

const D = (value: number | string) => new Decimal(value);

function lines(terms: TargetTerms, after: Readonly<Record<string, unknown>>, lang: Language = "zh-CN", unit = "亿元") {
  const input = { before: toRevisableTerms(terms), after, kind: terms.kind, unit, unitEn: null, precision: 1, lang };
  const stepTitles = { build: { "zh-CN": "建成", en: "Building" } };
  return revisedLines({ ...input, stepTitles, departmentNames: {} }).map(({ label, from, to }) => [label, from, to]);
}

describe("revisedLines", () => {
  it("keeps the qualifier of a figure whose comparator did not change", () => {
    const about = aTarget({ comparator: "about", value: D(402) });
    expect(lines(about, { value: "450" })).toEqual([["目标值", "402亿元左右", "450亿元左右"]]);
    expect(lines(about, { value: "450" }, "en")).toEqual([
      ["Target value", "about CNY 40.2 billion", "about CNY 45 billion"],
    ]);
  });

  it("names the calendars, the cut-off and the publication lag", () => {
    const meetings = { "zh-CN": "调度会", en: "Meetings" };
    const after = { calendar: "custom", ownCalendar: meetings, reportingDates: [], cutOffWorkingDays: 8 };
    expect(lines(aTarget(), after)).toEqual([
      ["报送周期", "每月", "调度会"],
      ["填报期限（工作日）", "5", "8"],
    ]);
    expect(lines(aTarget(), { publicationLagMonths: 1 }, "en")).toEqual([["Publication lag (months)", "0", "1"]]);
  });

  it("gives each side its own comparator", () => {
    const total = aTarget({ comparator: "at-least", value: D(402) });
    expect(lines(total, { comparator: "more-than", value: "402" })).toEqual([
      ["比较方式", "不少于", "超过"],
      ["目标值", "不少于402亿元", "超过402亿元"],
    ]);
  });

  it("marks the origin of a baseline on both sides", () => {
    const derived = aTarget({ baseline: { ...aBaseline("316.5"), origin: "derived" } });
    expect(lines(derived, { baselineValue: "320", baselineYear: 2022, baselineOrigin: "entered" })).toEqual([
      ["基期值", "316.5亿元（推算）", "320亿元（录入）"],
      ["基期年份", "2022", "2022"],
      ["基期值来源", "推算", "录入"],
    ]);
  });

  it("shows a place, a judging and a changed weight in words", () => {
    const rank = aTarget({ kind: "rank", comparator: "within-rank", value: D(2) });
    expect(lines(rank, { comparator: "first-third", value: null, judging: "best" }, "en", "位")).toEqual([
      ["Comparator", "within rank", "within the first third"],
      ["How reports count", "by the latest value", "by the best period"],
      ["Target value", "2nd or better", "—"],
    ]);
    const steps = [{ key: "build", title: "建成", titleEn: "Building", weight: 27, plannedOn: isoDate("2023-11-30") }];
    const milestone = aTarget({ kind: "milestone", value: null, steps });
    expect(lines(milestone, { steps: [{ key: "build", plannedOn: "2023-11-30", weight: 30 }] }, "en", "")).toEqual([
      ["Building", "30 Nov 2023, weight 27", "30 Nov 2023, weight 30"],
    ]);
    const permit = { key: "step-1", plannedOn: "2023-06-30", weight: 1, title: "许可", titleEn: "Permit" };
    expect(lines(milestone, { steps: [permit] })).toEqual([
      ["许可", "—", "2023年6月30日，权重1"],
      ["建成", "2023年11月30日，权重27", "—"],
    ]);
    expect(lines(milestone, { steps: [{ key: "build", plannedOn: "2023-11-30" }] })).toEqual([]);
  });
});
