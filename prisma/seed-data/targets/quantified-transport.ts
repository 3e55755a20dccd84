// Section A, transport: the compound commitment on investment, the projects and the place in the province.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { defineTarget, flatPlan } from "@/prisma/seed-data/targets/define-target";
import { lastYearShape, monthlyInvestment2022 } from "@/prisma/seed-data/targets/investment-2022";
import type { SeedTarget } from "@/prisma/seed-data/types";

const dataSource = "市交通运输局大交通项目月报";
const dataSourceEn = "Monthly project returns of the Transport Bureau";

const projects = defineTarget({
  code: "NT-T01",
  section: "A",
  title: "大交通重点项目数",
  titleEn: "Key transport projects",
  ownerSlug: "transport",
  quoteKey: "transport-projects",
  comparator: "equal",
  orBetter: true,
  value: "88",
  tags: ["交通", "项目"],
  metric: {
    key: "transport-key-projects",
    name: "大交通重点项目数",
    nameEn: "Key transport projects",
    unit: "个",
    kind: "cumulative",
    precision: 0,
    direction: "increase",
    definition: "列入全市大交通年度安排并已实施的重点项目数，自年初从0累计。",
    definitionEn:
      "Key projects of the year's transport schedule under way, counted up from 0 at the start of the year.",
    dataSource,
    dataSourceEn,
  },
});

const investment = defineTarget({
  code: "NT-T02",
  section: "A",
  title: "大交通完成投资",
  titleEn: "Transport investment completed",
  ownerSlug: "transport",
  quoteKey: "transport-investment",
  comparator: "equal",
  orBetter: true,
  value: "402",
  baseline: {
    value: "316.5",
    year: 2022,
    origin: "derived",
    note: "推算值：402 ÷ 1.27 ≈ 316.5，原文未列2022年数。",
    noteEn: "Derived: 402 ÷ 1.27 ≈ 316.5; the page prints no figure for 2022.",
  },
  printedGrowth: { percent: "27", year: 2023 },
  history: monthlyInvestment2022,
  plan: { shape: "last-year", points: lastYearShape, values: [], mergeJanuaryFebruary: true },
  planNote: "按上年各月进度推算的计划进度；上年月度分布为示例，非公开数据。1、2月合并。",
  planNoteEn: "Follows last year's course by month; that course is illustrative. January and February are merged.",
  tags: ["交通", "投资"],
  metric: {
    key: "transport-investment",
    name: "大交通完成投资",
    nameEn: "Transport investment completed",
    unit: "亿元",
    kind: "cumulative",
    precision: 1,
    direction: "increase",
    definition: "全市大交通项目年内完成投资额，自年初从0累计；上年数只作比较，不是起点。",
    definitionEn:
      "Investment completed in transport projects within the year, counted up from 0; last year's figure is for comparison, not the start.",
    dataSource,
    dataSourceEn,
  },
});

const investmentGrowth = defineTarget({
  code: "NT-T02b",
  section: "A",
  title: "大交通完成投资增速",
  titleEn: "Growth of transport investment",
  ownerSlug: "transport",
  quoteKey: "transport-investment",
  comparator: "about",
  orBetter: true,
  value: "27",
  plan: { ...flatPlan, mergeJanuaryFebruary: true },
  planNote: "增速按全年保持水平考核。",
  planNoteEn: "A growth rate is held against the same level all year.",
  note: "与 NT-T02 出自同一句：原文“计划完成投资402亿元,比上年增长27%左右”为复合承诺，增速部分单列。",
  noteEn: "Same clause as NT-T02: a compound commitment, of which this is the growth part.",
  tags: ["交通", "投资"],
  metric: {
    key: "transport-investment-growth",
    name: "大交通完成投资增速",
    nameEn: "Growth of transport investment",
    unit: "%",
    kind: "growth",
    precision: 1,
    direction: "increase",
    definition: "大交通累计完成投资比上年同期增长的百分比。",
    definitionEn: "Per cent by which transport investment so far exceeds that of the same months of the year before.",
    dataSource,
    dataSourceEn,
  },
});

const rank = defineTarget({
  code: "NT-T03",
  section: "A",
  title: "投资总量在全省位次",
  titleEn: "Place in the province by total transport investment",
  ownerSlug: "transport",
  quoteKey: "transport-rank",
  comparator: "within-rank",
  value: "2",
  stretchValue: "1",
  startOn: isoDate("2023-01-01"),
  plan: flatPlan,
  planNote: "位次按“保二争一”逐期对照。",
  planNoteEn: "The place is held against second, with first as the stretch, at every report.",
  calendar: "quarterly",
  tags: ["交通", "位次"],
  metric: {
    key: "transport-investment-rank",
    name: "投资总量在全省位次",
    nameEn: "Place in the province by total transport investment",
    unit: "位",
    kind: "rank",
    precision: 0,
    direction: "decrease",
    definition: "大交通投资总量在全省各设区市中的位次，数字越小越好。",
    definitionEn: "Place among the province's prefecture-level cities by total transport investment; lower is better.",
    dataSource: "省级交通投资通报",
    dataSourceEn: "Provincial bulletin on transport investment",
  },
});

export const transportTargets: readonly SeedTarget[] = [projects, investment, investmentGrowth, rank];
