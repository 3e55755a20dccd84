// Section B: actuals of 2022 without a value for 2023 on the page. Issued, but not received until a value is set.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { defineTarget, flatPlan, linearPlan } from "@/prisma/seed-data/targets/define-target";
import type { SeedBaseline, SeedHistory, SeedPrintedGrowth, SeedTarget } from "@/prisma/seed-data/types";

interface OpenEntry {
  readonly code: string;
  readonly metricKey: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly kind: "cumulative" | "ratio";
  readonly precision: number;
  readonly quoteKey: string;
  readonly value2022: string;
  readonly baselineNote?: readonly [string, string];
  readonly printedGrowth?: SeedPrintedGrowth;
  readonly history?: readonly SeedHistory[];
  readonly definition: string;
  readonly definitionEn: string;
}

function defineOpen(entry: OpenEntry): SeedTarget {
  const baseline: SeedBaseline = {
    value: entry.value2022,
    year: 2022,
    origin: "printed",
    note: entry.baselineNote?.[0] ?? null,
    noteEn: entry.baselineNote?.[1] ?? null,
  };
  return defineTarget({
    code: entry.code,
    section: "B",
    title: entry.name,
    titleEn: entry.nameEn,
    ownerSlug: "commerce",
    quoteKey: entry.quoteKey,
    comparator: "at-least",
    state: "issued",
    baseline,
    printedGrowth: entry.printedGrowth ?? null,
    history: entry.history ?? [],
    plan: entry.kind === "ratio" ? flatPlan : linearPlan,
    note: "原文只列2022年实绩，2023年目标值待定。",
    noteEn: "The page prints only the actual of 2022; the value for 2023 is not set.",
    tags: ["招商"],
    metric: {
      key: entry.metricKey,
      name: entry.name,
      nameEn: entry.nameEn,
      unit: entry.unit,
      kind: entry.kind,
      precision: entry.precision,
      direction: "increase",
      definition: entry.definition,
      definitionEn: entry.definitionEn,
      dataSource: "市商务局统计",
      dataSourceEn: "Statistics of the Commerce Bureau",
    },
  });
}

function derived2021(value: string, formula: string): readonly SeedHistory[] {
  return [
    {
      asOf: isoDate("2021-12-31"),
      value,
      origin: "derived",
      note: `推算值：${formula}`,
      noteEn: `Derived: ${formula}`,
    },
  ];
}

export const openTargets: readonly SeedTarget[] = [
  defineOpen({
    code: "NT-B01",
    metricKey: "key-projects-signed",
    name: "新签约并注册重点项目",
    nameEn: "Key projects newly signed and registered",
    unit: "个",
    kind: "cumulative",
    precision: 0,
    quoteKey: "commerce-signed",
    value2022: "502",
    definition: "年内全市新签约并完成注册的重点项目数。",
    definitionEn: "Key projects newly signed and registered in the city in the year.",
  }),
  defineOpen({
    code: "NT-B02",
    metricKey: "large-domestic-projects",
    name: "超10亿(元)内资项目",
    nameEn: "Domestic projects above CNY 1 billion",
    unit: "个",
    kind: "cumulative",
    precision: 0,
    quoteKey: "commerce-large",
    value2022: "145",
    baselineNote: ["同比增长35%；币种按元理解。", "Up 35% on the year; the currency is read as CNY."],
    printedGrowth: { percent: "35", year: 2022 },
    history: derived2021("107", "145 ÷ 1.35 ≈ 107"),
    definition: "年内新签约并注册、投资额超10亿元的内资项目数。",
    definitionEn: "Domestic projects above CNY 1 billion newly signed and registered in the year.",
  }),
  defineOpen({
    code: "NT-B03",
    metricKey: "large-foreign-projects",
    name: "超亿美元外资项目",
    nameEn: "Foreign projects above USD 100 million",
    unit: "个",
    kind: "cumulative",
    precision: 0,
    quoteKey: "commerce-large",
    value2022: "38",
    baselineNote: ["同比增长52%。", "Up 52% on the year."],
    printedGrowth: { percent: "52", year: 2022 },
    history: derived2021("25", "38 ÷ 1.52 = 25"),
    definition: "年内新签约并注册、投资额超1亿美元的外资项目数。",
    definitionEn: "Foreign projects above USD 100 million newly signed and registered in the year.",
  }),
  defineOpen({
    code: "NT-B04",
    metricKey: "foreign-capital-used",
    name: "实际使用外资",
    nameEn: "Foreign capital actually used",
    unit: "亿美元",
    kind: "cumulative",
    precision: 1,
    quoteKey: "commerce-foreign-capital",
    value2022: "29.5",
    baselineNote: ["创历史新高。", "A record high."],
    definition: "年内实际使用外资金额，自年初累计。",
    definitionEn: "Foreign capital actually used since the start of the year.",
  }),
  defineOpen({
    code: "NT-B05",
    metricKey: "manufacturing-share",
    name: "制造业外资占比",
    nameEn: "Manufacturing's share of foreign capital",
    unit: "%",
    kind: "ratio",
    precision: 1,
    quoteKey: "commerce-manufacturing",
    value2022: "55",
    baselineNote: [
      "列宁锡常苏通五市第一。",
      "First of the five cities of Nanjing, Wuxi, Changzhou, Suzhou and Nantong.",
    ],
    definition: "制造业实际使用外资 ÷ 全部实际使用外资。",
    definitionEn: "Foreign capital used in manufacturing ÷ all foreign capital used.",
  }),
  defineOpen({
    code: "NT-B06",
    metricKey: "leading-firms-share",
    name: "新招引央企国企、世界500强、上市公司等项目占比",
    nameEn: "Share of new projects by state-owned, Fortune Global 500 and listed companies",
    unit: "%",
    kind: "ratio",
    precision: 1,
    quoteKey: "commerce-leading-firms",
    value2022: "30",
    baselineNote: ["原文为“近30%”（约数，略低于）。", "Printed as “nearly 30%”: about, a little less."],
    definition: "央企国企、世界500强、上市公司等项目数 ÷ 新招引项目数。",
    definitionEn: "Projects of such companies ÷ all newly attracted projects.",
  }),
  defineOpen({
    code: "NT-B07",
    metricKey: "shanghai-southern-jiangsu-share",
    name: "上海、苏南项目占市内外内资项目",
    nameEn: "Share of domestic projects from Shanghai and southern Jiangsu",
    unit: "%",
    kind: "ratio",
    precision: 1,
    quoteKey: "commerce-shanghai",
    value2022: "60",
    baselineNote: ["原文为“超60%”（多于）。", "Printed as “more than 60%”."],
    definition: "来自上海、苏南的项目数 ÷ 市内外内资项目数。",
    definitionEn: "Projects from Shanghai and southern Jiangsu ÷ domestic projects.",
  }),
];
