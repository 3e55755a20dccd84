import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { prepareYearsChart, type YearsChartInput } from "./years-chart-model";

const D = (value: number | string) => new Decimal(value);

const INPUT: YearsChartInput = {
  key: "metric-investment",
  metric: { name: "大交通完成投资", unit: "亿元", unitEn: null, kind: "cumulative", precision: 1 },
  targets: [
    {
      startOn: isoDate("2023-01-01"),
      dueOn: isoDate("2023-12-31"),
      value: D(402),
      baseline: { value: D("316.5354"), year: 2022, origin: "derived" },
      latest: { value: D("405.26"), asOf: isoDate("2023-12-31") },
      promise: "402亿元",
      sample: false,
    },
    {
      startOn: isoDate("2024-01-01"),
      dueOn: isoDate("2024-12-31"),
      value: D(420),
      baseline: { value: D("405.26"), year: 2023, origin: "derived" },
      latest: { value: D(301), asOf: isoDate("2024-09-30") },
      promise: "不少于420亿元",
      sample: true,
    },
  ],
  source: "交通运输局",
  today: isoDate("2024-10-15"),
  lang: "zh-CN",
};

test("draws one line through all years, next to the figure promised for each", () => {
  const model = prepareYearsChart(INPUT);
  expect(model?.series.map(({ role, points }) => [role, points.map(({ on, text }) => `${on} ${text}`)])).toEqual([
    [
      "reported",
      [
        "2022-12-31 316.5亿元（推算）",
        "2023-12-31 405.3亿元，年终值",
        "2024-01-01 累计值自年初重新计算",
        "2024-09-30 301亿元，最新值",
      ],
    ],
    ["target", ["2023-01-01 402亿元", "2023-12-31 402亿元", "2024-01-01 不少于420亿元", "2024-12-31 不少于420亿元"]],
  ]);
  expect(model?.x.domain).toEqual([19356, 20088]);
  expect(model?.illustrativeLabel).toBe("示例数据：进展数值为演示用，并非真实数据");
  expect(model?.table.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
    ["2022年12月31日", "316.5亿元（推算）", "—"],
    ["2023年12月31日", "405.3亿元，年终值", "402亿元"],
    ["2024年1月1日", "累计值自年初重新计算", "—"],
    ["2024年9月30日", "301亿元，最新值", "—"],
    ["2024年12月31日", "—", "不少于420亿元"],
  ]);
});

test("a single value has an axis of a year; two targets of one year, steps and answers have no line", () => {
  const [first] = INPUT.targets;
  if (first === undefined) throw new Error("no target");
  const alone = { ...INPUT, targets: [{ ...first, baseline: null }] };
  expect(prepareYearsChart(alone)?.x.domain).toEqual([19357, 19722]);
  expect(prepareYearsChart({ ...INPUT, targets: [first, first] })).toBeNull();
  expect(prepareYearsChart({ ...INPUT, targets: [] })).toBeNull();
  for (const kind of ["milestone", "yes-no"] as const) {
    expect(prepareYearsChart({ ...INPUT, metric: { ...INPUT.metric, kind } })).toBeNull();
  }
});
