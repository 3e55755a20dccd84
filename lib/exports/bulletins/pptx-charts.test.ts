import JSZip from "jszip";
import pptxgen from "pptxgenjs";
import { expect, it } from "vitest";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { formatShortDay } from "@/lib/domain/units/format-date";
import { aMilestoneChart, aRankChart, aRevisedCumulativeChart } from "@/testing/chart-builders";
import { addTargetChart } from "./pptx-charts";
import { toPptx } from "./pptx-file";

async function chartOf(input: Parameters<typeof prepareTargetChart>[0]): Promise<string> {
  const deck = new pptxgen();
  addTargetChart(deck, deck.addSlide(), prepareTargetChart(input));
  const zip = await JSZip.loadAsync(await toPptx(deck));
  const charts = Object.keys(zip.files).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
  expect(charts).toHaveLength(1);
  return (await zip.file(charts[0] ?? "")?.async("string")) ?? "";
}

const seriesOf = (chart: string) => chart.match(/<c:ser>.*?<\/c:ser>/gs) ?? [];

function placesOf(series: string): string[] {
  const [, categories = ""] = series.match(/<c:cat>(.*?)<\/c:cat>/s) ?? [];
  return [...categories.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, label = ""]) => label);
}

it("distinguishes lines without colour", async () => {
  const series = seriesOf(await chartOf(aRevisedCumulativeChart()));
  const strokes = series.map((one) =>
    [/<a:ln w="(\d+)"/, /<a:prstDash val="(\w+)"/, /<c:symbol val="(\w+)"/]
      .map((part) => one.match(part)?.[1])
      .join(" "),
  );
  expect(strokes.length).toBeGreaterThan(3);
  expect(new Set(strokes).size).toBe(strokes.length);
  expect(strokes[0]).toBe("28575 solid circle");
  // Not the figure's pale band of 7 points.
  expect(strokes).toContain("19050 dash none");
});

it.each([
  ["zh-CN", ["2022年12月", "2023年1月", "2月", "3月"], "12月"],
  ["en", ["Dec 2022", "Jan 2023", "Feb", "Mar"], "Dec"],
] as const)("has one category per month, with the year where it begins (%s)", async (lang, first, last) => {
  const places = placesOf(seriesOf(await chartOf(aRevisedCumulativeChart({ lang })))[0] ?? "");
  expect(places.slice(0, 4)).toEqual(first);
  expect(places.at(-1)).toBe(last);
  expect(places).toHaveLength(13);
});

it("has the year with each month of a longer time", async () => {
  const { terms } = aRevisedCumulativeChart();
  const longer = aRevisedCumulativeChart({ terms: { ...terms, dueOn: isoDate("2024-12-31") } });
  const places = placesOf(seriesOf(await chartOf(longer))[0] ?? "");
  expect(places.slice(1, 4)).toEqual(["2023年1月", "2023年2月", "2023年3月"]);
  expect(places.at(-1)).toBe("2024年12月");
});

it("keeps a revised target at its former figure until its revision", async () => {
  const [, target = ""] = seriesOf(await chartOf(aRevisedCumulativeChart()));
  const [, values = ""] = target.match(/<c:val>(.*?)<\/c:val>/s) ?? [];
  const figures = [...values.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, value]) => Number(value));
  expect(figures).toEqual([...Array(6).fill(380), ...Array(7).fill(402)]);
});

it("has daily categories if two values were reported in one month", async () => {
  const input = aRankChart();
  const [first] = input.readings;
  if (first === undefined) throw new Error("no reading");
  const [year, month] = first.asOf.split("-");
  const other = { ...first, asOf: `${year}-${month}-05` as typeof first.asOf };
  const places = placesOf(seriesOf(await chartOf({ ...input, readings: [other, ...input.readings] }))[0] ?? "");
  expect(places).toContain(formatShortDay(other.asOf, input.lang));
  expect(places).toContain(formatShortDay(first.asOf, input.lang));
});

it("converts the values of an English chart to the unit of its axis", async () => {
  const chart = await chartOf(aRevisedCumulativeChart({ lang: "en" }));
  expect(chart).toContain("Unit: CNY billion");
  expect(chart).toMatch(/<c:max val="50"\s*\/>/);
  expect(chart).toMatch(/<c:majorUnit val="10"\/>/);
  const [reported = "", target = ""] = seriesOf(chart);
  const valuesOf = (series: string) => [
    ...(series.match(/<c:val>.*<\/c:val>/s)?.[0] ?? "").matchAll(/<c:v>(.*?)<\/c:v>/g),
  ];
  expect(valuesOf(reported).map(([, value]) => value)).toContain("30.1");
  expect(valuesOf(target).map(([, value]) => value)).toContain("40.2");
  expect(target).toContain("Target at least CNY 40.2 billion");
});

it("draws an overdue step in red from its due date to the day of view, which has a line", async () => {
  const deck = new pptxgen();
  const input = aMilestoneChart({ lang: "en" });
  const model = prepareTargetChart(input);
  addTargetChart(deck, deck.addSlide(), model);
  const zip = await JSZip.loadAsync((await deck.write({ outputType: "nodebuffer" })) as Buffer);
  const slide = (await zip.file("ppt/slides/slide1.xml")?.async("string")) ?? "";
  expect(slide).toContain('prst="line"');
  if (model.drawing !== "gantt") throw new Error("not steps");
  const [mark] = model.marks;
  expect(slide).toContain(`<a:t>${mark?.label}</a:t>`);
  const late = seriesOf(await chartOf(input)).at(-1) ?? "";
  expect(late).toContain('<a:srgbClr val="B32D18"');
  const values = [...(late.match(/<c:val>.*<\/c:val>/s)?.[0] ?? "").matchAll(/<c:v>(.*?)<\/c:v>/g)];
  expect(values.map(([, value]) => Number(value))).toEqual(
    model.rows.map((row) => (row.state === "overdue" ? (mark?.x ?? 0) - row.plannedX : 0)),
  );
});

it("puts the ticks of steps into every second month of a year, and the table has no column of assumptions", async () => {
  const deck = new pptxgen();
  addTargetChart(deck, deck.addSlide(), prepareTargetChart(aMilestoneChart({ lang: "en" })));
  const zip = await JSZip.loadAsync((await deck.write({ outputType: "nodebuffer" })) as Buffer);
  const chart = await chartOf(aMilestoneChart({ lang: "en" }));
  const from = chart.match(/<c:min val="([\d.]+)"/)?.[1];
  const unit = chart.match(/<c:majorUnit val="([\d.]+)"/)?.[1];
  const months = Array.from({ length: 6 }, (_, index) =>
    new Date((Number(from) - 25_569 + index * Number(unit)) * 86_400_000).toISOString().slice(0, 7),
  );
  expect(chart).toContain('formatCode="[$-409]mmm yyyy"');
  expect(months).toEqual(["2023-01", "2023-03", "2023-05", "2023-07", "2023-09", "2023-11"]);
  const slide = (await zip.file("ppt/slides/slide1.xml")?.async("string")) ?? "";
  const header = [...(slide.match(/<a:tr .*?<\/a:tr>/s)?.[0] ?? "").matchAll(/<a:t>(.*?)<\/a:t>/g)];
  expect(header.map(([, text]) => text)).toEqual(["Step", "Planned", "Done", "State"]);
});

it("writes the days of steps as the other files do", async () => {
  const deck = new pptxgen();
  addTargetChart(deck, deck.addSlide(), prepareTargetChart(aMilestoneChart({ lang: "zh-CN" })));
  const zip = await JSZip.loadAsync((await deck.write({ outputType: "nodebuffer" })) as Buffer);
  const table = (await zip.file("ppt/slides/slide1.xml")?.async("string"))?.match(/<a:tbl>.*<\/a:tbl>/s)?.[0] ?? "";
  expect(table).toMatch(/<a:t>\d{4}年\d{1,2}月\d{1,2}日<\/a:t>/);
  expect(table).not.toMatch(/<a:t>\d{4}-\d{2}-\d{2}<\/a:t>/);
});
