// Section A: the quantified targets of commerce, the Hi-Tech Zone and Haimen.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { defineTarget } from "@/prisma/seed-data/targets/define-target";
import type { SeedTarget } from "@/prisma/seed-data/types";

const visits = defineTarget({
  code: "NT-T04",
  section: "A",
  title: "拜访驻沪跨国公司总部等机构",
  titleEn: "Visits to multinationals' headquarters and other bodies in Shanghai",
  ownerSlug: "commerce",
  quoteKey: "commerce-visits",
  comparator: "equal",
  value: "891",
  note: "原文为“常态化”拜访：2023年之后继续。",
  noteEn: "The page says “regular” visits: they continue after 2023.",
  tags: ["招商"],
  metric: {
    key: "shanghai-visits",
    name: "拜访驻沪跨国公司总部等机构",
    nameEn: "Multinationals' headquarters, consulates and chambers visited",
    unit: "家",
    kind: "cumulative",
    precision: 0,
    direction: "increase",
    definition: "年内已拜访的驻沪跨国公司总部、境外驻沪使领馆、外国驻华商协会家数，同一家只计一次。",
    definitionEn:
      "Shanghai-based headquarters of multinationals, consulates and foreign chambers visited in the year, each counted once.",
    dataSource: "市商务局拜访台账",
    dataSourceEn: "Visit register of the Commerce Bureau",
  },
});

const fund = defineTarget({
  code: "NT-T05",
  section: "A",
  title: "科创母基金规模",
  titleEn: "Size of the innovation fund of funds",
  ownerSlug: "hitech",
  quoteKey: "hitech-fund",
  comparator: "more-than",
  value: "10",
  note: "原文为“超10亿”，币种按元理解。",
  noteEn: "The page prints “more than 1 billion”; the currency is read as CNY.",
  calendar: "quarterly",
  tags: ["科创", "基金"],
  metric: {
    key: "innovation-fund-size",
    name: "科创母基金规模",
    nameEn: "Size of the innovation fund of funds",
    unit: "亿元",
    kind: "level",
    precision: 1,
    direction: "increase",
    definition: "期末科创母基金已落实规模。",
    definitionEn: "Size of the fund of funds secured at the date.",
    dataSource: "南通高新区基金管理台账",
    dataSourceEn: "Fund register of the Hi-Tech Zone",
  },
});

const space = defineTarget({
  code: "NT-T06",
  section: "A",
  title: "科创载体扩容面积",
  titleEn: "Innovation premises added",
  ownerSlug: "hitech",
  quoteKey: "hitech-space",
  comparator: "equal",
  value: "100",
  baseline: {
    value: "0",
    year: 2022,
    origin: "derived",
    note: "“扩容”自2023年起计，起点为0。",
    noteEn: "Space added is counted from 2023, starting at 0.",
  },
  dueOn: isoDate("2025-12-31"),
  calendar: "quarterly",
  note: "原文为“力争”三年时间；起止年份按2023—2025年理解。",
  noteEn: "The page says “strive”, in three years; read as 2023–2025.",
  tags: ["科创", "载体"],
  metric: {
    key: "innovation-space",
    name: "科创载体扩容面积",
    nameEn: "Innovation premises added",
    unit: "万平方米",
    kind: "cumulative",
    precision: 1,
    direction: "increase",
    definition: "2023年起新增的科创载体建筑面积，三年累计。",
    definitionEn: "Floor space of innovation premises added since the start of 2023, over three years.",
    dataSource: "南通高新区载体建设台账",
    dataSourceEn: "Premises register of the Hi-Tech Zone",
  },
});

const projects = defineTarget({
  code: "NT-T07",
  section: "A",
  title: "新开工5亿元以上项目数",
  titleEn: "Projects of CNY 500 million or more started",
  ownerSlug: "haimen",
  quoteKey: "haimen-projects",
  comparator: "at-least",
  value: "30",
  tags: ["项目"],
  metric: {
    key: "large-projects-started",
    name: "新开工5亿元以上项目数",
    nameEn: "Projects of CNY 500 million or more started",
    unit: "个",
    kind: "cumulative",
    precision: 0,
    direction: "increase",
    definition: "年内新开工、计划总投资5亿元以上的项目数；5亿元是入统门槛，不是目标值。",
    definitionEn:
      "Projects with a planned investment of CNY 500 million or more started in the year; the sum is a threshold, not the target.",
    dataSource: "海门区重大项目月报",
    dataSourceEn: "Monthly returns on major projects, Haimen",
  },
});

const measures = defineTarget({
  code: "NT-T08",
  section: "A",
  title: "营商环境优化提升举措落实数",
  titleEn: "Business environment measures carried out",
  ownerSlug: "haimen",
  quoteKey: "haimen-seventy",
  comparator: "equal",
  value: "70",
  tags: ["营商环境"],
  metric: {
    key: "business-environment-measures",
    name: "营商环境优化提升举措落实数",
    nameEn: "Business environment measures carried out",
    unit: "条",
    kind: "cumulative",
    precision: 0,
    direction: "increase",
    definition: "“70条”中已落实到位的条数。",
    definitionEn: "How many of the “70 measures” have been carried out.",
    dataSource: "海门区营商环境台账",
    dataSourceEn: "Business environment register, Haimen",
  },
});

export const otherQuantifiedTargets: readonly SeedTarget[] = [visits, fund, space, projects, measures];
