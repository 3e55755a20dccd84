// Builders for tests: a bulletin and its rows, without a database.
import type { Bulletin } from "@/lib/bulletins/document";
import type { BulletinRow } from "@/lib/bulletins/facts";
import { type BulletinTemplate, USUAL_COLUMNS } from "@/lib/bulletins/template";
import { isoDate } from "@/lib/domain/calendar/iso-date";

const both = (text: string) => ({ "zh-CN": text, en: text });

const TEMPLATE: BulletinTemplate = {
  name: both("月报"),
  masthead: both("督查通报"),
  numbering: both("{year}年第{number}期"),
  office: both("督查室"),
  recipients: both("各部门："),
  title: both("{month}通报"),
  closing: both("请按期报送。"),
  requirements: both(""),
  copyTo: both(""),
  printedBy: both(""),
  charts: "all",
  columns: USUAL_COLUMNS,
  separation: "warned",
  mailTo: [],
  mailLanguage: "zh-CN",
  draftOn: null,
  draftBy: null,
  headings: {},
  ownTexts: {},
  sections: ["summary", "departments", "behind", "not-reported", "changed", "moved", "due", "requirements", "annex"],
};

export function aBulletinRow(row: Partial<BulletinRow> & { readonly code: string }): BulletinRow {
  return {
    title: { "zh-CN": "大交通完成投资", en: "Transport investment" },
    owner: { slug: "transport", name: { "zh-CN": "市交通运输局", en: "Transport Bureau" } },
    metric: both("投资"),
    kind: "cumulative",
    unit: "亿元",
    promise: { "zh-CN": "402亿元", en: "CNY 40.2 billion" },
    targetValue: "402",
    dueOn: isoDate("2023-12-31"),
    updateId: "1",
    value: "289.8",
    valueText: { "zh-CN": "289.8亿元", en: "CNY 28.98 billion" },
    asOf: isoDate("2023-09-26"),
    sample: false,
    completionRatio: 0.721,
    expectedRatio: 0.718,
    gapPoints: 0.3,
    gapText: null,
    light: "on-track",
    lightBefore: "on-track",
    freshness: "current",
    adjusted: false,
    problems: "",
    nextStep: "",
    isPart: false,
    ...row,
  };
}

export function aBulletinOf(rows: readonly BulletinRow[], template: Partial<BulletinTemplate> = {}): Bulletin {
  return {
    month: isoDate("2023-09-01"),
    cutOffOn: isoDate("2023-09-30"),
    year: 2023,
    number: 9,
    signedOn: isoDate("2023-10-08"),
    template: { ...TEMPLATE, ...template },
    facts: { rows, changed: [], due: [] },
    prose: {},
    published: null,
  };
}
