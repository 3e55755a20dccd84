import { describe, expect, it } from "vitest";
import { FIGURE_SIZES, SIZES, TYPEFACES, type Typeface } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import { TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { type Segment, segmentMeets } from "@/lib/charts/layout/obstacles";
import { inTypeface } from "@/lib/charts/layout/serif-advances";
import { textWidth } from "@/lib/charts/layout/text-width";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { chartTypes, withType } from "@/lib/charts/model/chart-type";
import { viewChart } from "@/lib/charts/model/chart-view";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import { prepareLightsChart } from "@/lib/charts/model/lights-chart-model";
import { composeMultiples } from "@/lib/charts/model/multiples-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS } from "@/lib/domain/targets/types";
import { getFont, typefaceOf } from "@/lib/exports/fonts";
import { chartToSvg } from "@/lib/exports/svg";
import {
  aChartReading,
  aChartView,
  aGrowthChart,
  aLevelChart,
  aMilestoneChart,
  aRankChart,
  aRatioChart,
  aRevisedCumulativeChart,
  aTargetChart,
  aYesNoChart,
} from "@/testing/chart-builders";

const LONG =
  "全市高质量推进大交通基础设施建设重点项目年度投资完成情况及较上年同期增长幅度（含铁路、过江通道、高速公路、机场、港口与内河航道，按纳入统计口径的八十八个项目计算）";

function panelsOf(lang: "zh-CN" | "en", title: string): ChartModel {
  const inputs = [aRevisedCumulativeChart, aRankChart, aYesNoChart, aLevelChart, aGrowthChart, aRatioChart];
  const panels = [...inputs, aMilestoneChart, aMilestoneChart].map((one, index) =>
    prepareTargetChart(one({ lang, title: index % 2 === 0 ? title : "A", code: `NT-${index}` })),
  );
  return composeMultiples(panels, { key: "panels", lang, title, asOfLabel: title, sourceLabel: title });
}

/** A point on the cut-off day, lines that cross there, and a chart without any value. */
const MORE = [
  aRevisedCumulativeChart({ lastYear: [] }),
  aRevisedCumulativeChart({ readings: [], forecast: null }),
  aRatioChart({ readings: [] }),
  aLevelChart({ readings: [aChartReading("2023-02-28", 51), aChartReading("2023-03-31", 40.2)] }),
];

const ofDefaultType: [string, ChartModel][] = (["zh-CN", "en"] as const).flatMap((lang): [string, ChartModel][] => {
  const title = lang === "en" ? "Investment completed in the city's transport infrastructure ".repeat(3).trim() : LONG;
  const departments = Array.from({ length: 12 }, (_, index) => ({
    key: `d${index}`,
    name:
      lang === "en"
        ? `Bureau of transport and public works number ${index}`
        : `市交通运输与公共工程管理局第${index}分局`,
    counts: Object.fromEntries(LIGHTS.map((light, at) => [light, (index * at) % 5])) as Record<
      (typeof LIGHTS)[number],
      number
    >,
  }));
  const counts = Object.fromEntries(
    LIGHTS.map((light) => [light, departments.reduce((sum, one) => sum + one.counts[light], 0)]),
  );
  const targets = LIGHTS.map((light, index) => ({
    code: `NT-${index}`,
    title,
    light,
    completionRatio: index % 3 === 0 ? null : index / 4,
    expectedRatio: 0.7,
    reason: null,
    figures: index % 2 === 0 ? null : lang === "en" ? "CNY 28.98 of 40.2 billion" : "289.8/402亿元",
    hasFigure: index !== 4,
    latestText: index === 0 ? (lang === "en" ? "3rd place" : "第3位") : null,
  }));
  const today = isoDate("2023-09-30");
  const shared = { today, source: title, illustrative: true, lang };
  return [
    [`cumulative ${lang}`, prepareTargetChart(aRevisedCumulativeChart({ lang, title, source: title }))],
    [`rank ${lang}`, prepareTargetChart(aRankChart({ lang, title }))],
    [`yes-no ${lang}`, prepareTargetChart(aYesNoChart({ lang, title }))],
    [`level ${lang}`, prepareTargetChart(aLevelChart({ lang, title }))],
    [`growth ${lang}`, prepareTargetChart(aGrowthChart({ lang, title }))],
    [`ratio ${lang}`, prepareTargetChart(aRatioChart({ lang, title }))],
    [`milestone ${lang}`, prepareTargetChart(aMilestoneChart({ lang, title }))],
    [
      `large values ${lang}`,
      prepareTargetChart(aTargetChart({ lang, readings: [aChartReading(isoDate("2023-06-30"), 123456789012)] })),
    ],
    ...MORE.map((input, index): [string, ChartModel] => [
      `more ${index} ${lang}`,
      prepareTargetChart({ ...input, lang, title }),
    ]),
    [`department ${lang}`, prepareDepartmentChart({ key: "d", title, targets, ...shared })],
    [`lights ${lang}`, prepareLightsChart({ by: "department", groups: departments, counts, ...shared })],
    [`eight panels ${lang}`, panelsOf(lang, title)],
  ];
});

/** Every chart in each of its types, plots also with the value of each point. */
const figures = ofDefaultType.flatMap(([name, model]): [string, ChartModel][] => [
  [name, model],
  ...chartTypes(model)
    .slice(1)
    .map((type): [string, ChartModel] => [`${name} as ${type}`, withType(model, type)]),
  ...(model.drawing === "plot" || model.drawing === "multiples" ? chartTypes(model) : [])
    .filter((type) => type !== "bullet")
    .map((type): [string, ChartModel] => [
      `${name} as ${type} with values`,
      viewChart(model, aChartView({ labels: "points", type })),
    ]),
]);

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function textLine(attributes: string, escaped: string, [dx, dy]: readonly [number, number], typeface: Typeface): Line {
  const number = (name: string, otherwise: number) =>
    Number(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? otherwise);
  const size = number("font-size", TEXT_SIZE);
  const font = getFont(number("font-weight", 400) >= 600 ? "bold" : "regular", typeface);
  const text = escaped.replaceAll("&amp;", "&");
  const width = (font.layout(text).advanceWidth * size) / font.unitsPerEm;
  const anchor = / text-anchor="(\w+)"/.exec(attributes)?.[1];
  const left = dx + number("x", 0) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  const y = dy + number("y", 0);
  return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.1 };
}

/** Every text of the drawing with its box in the font of the files. */
function linesOf(svg: string): Line[] {
  const typeface = typefaceOf(svg);
  const lines: Line[] = [];
  const groups: (readonly [number, number])[] = [[0, 0]];
  for (const [, opened, closed, attributes, text] of svg.matchAll(/<g([^>]*)>|(<\/g>)|<text([^>]*)>([^<]*)<\/text>/g)) {
    const [dx, dy] = groups.at(-1) ?? [0, 0];
    if (closed !== undefined) groups.pop();
    else if (opened !== undefined) {
      const [, x = 0, y = 0] = / transform="translate\(([\d.]+) ([\d.]+)\)"/.exec(opened) ?? [];
      groups.push([dx + Number(x), dy + Number(y)]);
    } else if (attributes !== undefined) lines.push(textLine(attributes, text ?? "", [dx, dy], typeface));
  }
  return lines;
}

/** The straight parts of the drawn series, from their paths. */
function segmentsOf(svg: string): Segment[] {
  const paths = [...svg.matchAll(/<g data-series="[^"]*"><path d="([^"]*)"/g)].map(([, path = ""]) => path);
  return paths.flatMap((path) => {
    const segments: Segment[] = [];
    let [x1, y1] = [0, 0];
    for (const [, command, rest = ""] of path.matchAll(/([MLHV])([^MLHVZ]*)/g)) {
      const [first = 0, second = 0] = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
      const [x2, y2] = command === "V" ? [x1, first] : command === "H" ? [first, y1] : [first, second];
      if (command !== "M") segments.push({ x1, y1, x2, y2 });
      [x1, y1] = [x2, y2];
    }
    return segments;
  });
}

/** The areas of the drawn bars. */
function barsOf(svg: string): Line[] {
  return [...svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)V(-?[\d.]+)H(-?[\d.]+)V[^Z]*Z/g)].map(
    ([, left, bottom, top, right]) => {
      return { text: "bar", left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom) };
    },
  );
}

function overlap(one: Line, other: Line): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** The box of the drawn logo. */
function logoBox(svg: string): Line | null {
  const found = /<image [^>]*x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  if (found === null) return null;
  const [left = 0, top = 0, width = 0, height = 0] = found.slice(1).map(Number);
  return { text: "logo", left, right: left + width, top, bottom: top + height };
}

const LOGOS = [
  { url: "data:image/png;base64,", width: 560, height: 40 },
  { url: "data:image/png;base64,", width: 136, height: 136 },
];

const SMALL = [
  { width: 360, height: 340 },
  { width: 480, height: 320 },
];

describe.each(TYPEFACES)("the text of a figure in %s", (typeface) => {
  const cases = figures.map(([name, model]): [string, ChartModel] => [
    name,
    viewChart(model, aChartView({ typeface })),
  ]);

  it.each(cases)("stays inside the frame without overlaps: %s", (_, model) => {
    const named = FIGURE_SIZES.map((name) => ({ width: SIZES[name].width, height: SIZES[name].height ?? 700 }));
    for (const { width, height } of [...named, ...SMALL]) {
      const size = { width, height: figureHeight(model, width, height) };
      const lines = linesOf(chartToSvg(model, { ...size, theme: "print" })).filter((line) => line.text.trim() !== "");
      expect(lines.length).toBeGreaterThan(3);
      const place = `${size.width} × ${size.height}`;
      for (const line of lines) {
        expect(line.left, `${place}: ${line.text}`).toBeGreaterThanOrEqual(0);
        expect(line.right, `${place}: ${line.text}`).toBeLessThanOrEqual(size.width);
        expect(line.bottom, `${place}: ${line.text}`).toBeLessThanOrEqual(size.height);
      }
      const touching = lines.flatMap((line, index) =>
        lines
          .slice(index + 1)
          .filter((other) => overlap(line, other))
          .map((other) => `${line.text} | ${other.text}`),
      );
      expect(touching, place).toEqual([]);
    }
  });

  it.each(cases.filter(([, { drawing }]) => drawing === "plot" || drawing === "bullet"))(
    "never touches a line: %s",
    (_, model) => {
      for (const { width, height } of [...SMALL, { width: 590, height: 410 }, { width: 960, height: 540 }]) {
        const size = { width, height: figureHeight(model, width, height) };
        const svg = chartToSvg(model, { ...size, theme: "screen" });
        const [segments, bars] = [segmentsOf(svg), barsOf(svg)];
        for (const { text, left, right, top, bottom } of linesOf(svg)) {
          const box = { left, top, width: right - left, height: bottom - top };
          expect(
            segments.filter((segment) => segmentMeets(segment, box)),
            `${size.width} × ${size.height}: ${text}`,
          ).toEqual([]);
          const inside = bars.filter((bar) => overlap({ text, left, right, top, bottom }, bar));
          expect(inside, `${size.width} × ${size.height}: ${text}`).toEqual([]);
        }
      }
    },
  );

  it.each(cases)("leaves room for a logo inside the frame: %s", (_, model) => {
    for (const logo of LOGOS) {
      for (const { width, height } of [...SMALL, { width: 590, height: 410 }, { width: 960, height: 540 }]) {
        const shown = { ...model, logo };
        const size = { width, height: figureHeight(shown, width, height) };
        const svg = chartToSvg(shown, { ...size, theme: "print" });
        const box = logoBox(svg);
        const place = `${size.width} × ${size.height}`;
        if (box === null) throw new Error(`no logo: ${place}`);
        expect((box.right - box.left) / (box.bottom - box.top)).toBeCloseTo(logo.width / logo.height);
        expect(box.right).toBeLessThanOrEqual(width);
        const lines = linesOf(svg).filter((line) => line.text.trim() !== "");
        const touching = lines.filter(
          (line) => overlap(line, box) || lines.some((o) => o !== line && overlap(o, line)),
        );
        expect(
          touching.map(({ text }) => text),
          place,
        ).toEqual([]);
      }
    }
  });

  it("is never wider than the layout assumes", () => {
    const signs = Array.from({ length: 0x17f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index));
    const others = [..."–—…‘’“”•·→←−×÷％、。，：；？！（）《》「」〓①②③海门区亿元"];
    const weights = [getFont("regular", typeface), getFont("bold", typeface)];
    const known = new Set(getFont("regular", typeface).characterSet);
    for (const sign of [...signs, ...others].filter((one) => known.has(one.codePointAt(0) ?? 0))) {
      const measured = Math.max(...weights.map((font) => font.layout(sign).advanceWidth / font.unitsPerEm));
      expect(
        inTypeface({ typeface }, () => textWidth(sign, 1)),
        `${sign} U+${sign.codePointAt(0)?.toString(16)}`,
      ).toBeGreaterThanOrEqual(measured - 1e-9);
    }
  });
});
