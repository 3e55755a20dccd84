import { Decimal } from "decimal.js";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { expect, it } from "vitest";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { chartToCsv } from "@/lib/exports/csv";
import { chartToXlsx } from "@/lib/exports/xlsx";
import {
  aChartReading,
  aMilestoneChart,
  aRankChart,
  aRevisedCumulativeChart,
  aTargetChart,
  aYesNoChart,
} from "@/testing/chart-builders";
import { aReading } from "@/testing/target-builders";

async function partsOf(model: ChartModel) {
  const bytes = await chartToXlsx(model);
  const zip = await JSZip.loadAsync(bytes);
  return { bytes, read: async (path: string) => (await zip.file(path)?.async("string")) ?? "" };
}

const refsOf = (xml: string) => [...xml.matchAll(/<c:f>([^<]*)/g)].map(([, ref]) => ref);

it("draws the numbers of a target as an editable line chart, from the cells of the sheet", async () => {
  const { bytes, read } = await partsOf(prepareTargetChart(aRevisedCumulativeChart({ title: "工业投资 <A> & 'B'" })));
  const chart = await read("xl/charts/chart1.xml");
  expect(chart).toContain("<c:lineChart>");
  expect(chart).toContain("工业投资 &lt;A&gt; &amp; 'B'");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  const headers = refsOf(chart)
    .filter((ref) => ref !== undefined && !ref.includes(":"))
    .map((ref) => sheet?.getCell((ref ?? "").split("!")[1]?.replaceAll("$", "") ?? "A1").value);
  expect(headers.slice(0, 2)).toEqual(["实际（亿元）", "目标：不少于（亿元）"]);
  expect(refsOf(chart)[1]).toMatch(/!\$A\$\d+:\$A\$\d+$/);
  expect(refsOf(chart)[0]).toContain("''B");
});

it("relates sheet, drawing and chart, and declares their types", async () => {
  const { read } = await partsOf(prepareTargetChart(aRevisedCumulativeChart()));
  expect(await read("xl/worksheets/sheet1.xml")).toMatch(/<\/headerFooter><drawing [^>]*r:id="rId1"\/><\/worksheet>$/);
  expect(await read("xl/worksheets/_rels/sheet1.xml.rels")).toContain('Target="../drawings/drawing1.xml"');
  expect(await read("xl/drawings/_rels/drawing1.xml.rels")).toContain('Target="../charts/chart1.xml"');
  const types = await read("[Content_Types].xml");
  for (const part of ["/xl/drawings/drawing1.xml", "/xl/charts/chart1.xml"])
    expect(types).toContain(`PartName="${part}"`);
});

const seriesOf = (chart: string) => chart.match(/<c:ser>.*?<\/c:ser>/gs) ?? [];

it("keeps a revised target at its former figure until the day before its revision", async () => {
  const stretched = new Decimal(400);
  const [former] = aRevisedCumulativeChart().replacedTerms;
  if (former === undefined) throw new Error("no former terms");
  const input = aRevisedCumulativeChart({
    replacedTerms: [{ ...former, terms: { ...former.terms, stretchValue: stretched } }],
  });
  const model = prepareTargetChart(input);
  const columns = ["target", "stretch", "expected"].map((key) =>
    model.table.columns.findIndex((one) => one.key === key),
  );
  const rowOf = (day: string) => model.table.rows.find(({ key }) => key === day)?.cells ?? [];
  const valuesOf = (day: string) => columns.map((column) => rowOf(day)[column]?.value);
  expect(valuesOf("2023-06-14")).toEqual(["380", "400", "173.11"]);
  expect(valuesOf("2023-06-15")).toEqual(["402", "420", "184.25"]);
  expect(rowOf("2023-06-14").at(-1)?.text).toBe("调整前最后一日");
  const csv = chartToCsv(model).split("\r\n");
  const before = csv.findIndex((line) => line.startsWith("2023-06-14,,380,400,173.11,"));
  expect(csv[before + 1]).toMatch(/^2023-06-15,,402,420,184.25,/);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await chartToXlsx(model)) as unknown as ArrayBuffer);
  const drawn = workbook.worksheets[0]
    ?.getColumn((columns[0] ?? 0) + 1)
    .values.filter((one) => typeof one === "number");
  expect(new Set(drawn)).toEqual(new Set([380, 402]));
});

it("has the plan on every day of the table, and passes over days that only other lines have", async () => {
  const model = prepareTargetChart(aRevisedCumulativeChart({ lastYear: [aReading("2022-05-10", 140)] }));
  const expected = model.table.columns.findIndex(({ key }) => key === "expected");
  expect(model.table.rows.find(({ key }) => key === "2023-05-10")?.cells[expected]?.value).not.toBeNull();
  const { read } = await partsOf(model);
  expect(await read("xl/charts/chart1.xml")).toContain('<c:dispBlanksAs val="span"/>');
  const missed = prepareTargetChart(
    aTargetChart({ readings: [aChartReading("2023-03-31", 20), aChartReading("2023-09-30", 70)] }),
  );
  const gaps = await partsOf(missed);
  expect(await gaps.read("xl/charts/chart1.xml")).toContain('<c:dispBlanksAs val="gap"/>');
});

it("distinguishes lines without colour, and puts the first place at the top", async () => {
  const strokesOf = (chart: string) =>
    seriesOf(chart).map((one) =>
      [/srgbClr val="(\w+)"/, /<a:prstDash val="(\w+)"/, /<c:symbol val="(\w+)"/]
        .map((part) => one.match(part)?.[1])
        .join(" "),
    );
  const total = await partsOf(prepareTargetChart(aRevisedCumulativeChart()));
  const strokes = strokesOf(await total.read("xl/charts/chart1.xml"));
  expect(strokes).toHaveLength(6);
  expect(new Set(strokes.map((stroke) => stroke.slice(7))).size).toBe(6);
  expect(strokes[5]).toBe("8F6F1F solid square");
  const rank = await partsOf(prepareTargetChart(aRankChart()));
  const chart = await rank.read("xl/charts/chart1.xml");
  expect(chart).toContain('<c:orientation val="maxMin"/><c:max val="5"/><c:min val="1"/>');
  expect(chart).toContain('<c:majorUnit val="1"/></c:valAx>');
  expect(chart).toMatch(/<c:dateAx>.*<c:tickLblPos val="high"\/>.*<\/c:dateAx>/);
});

it("draws the shares of a department as bars, and leaves steps and answers to their pictures", async () => {
  const target = { expectedRatio: 0.75, reason: null, latestText: null, figures: null, hasFigure: true } as const;
  const department = prepareDepartmentChart({
    key: "d",
    title: "市交通运输局",
    targets: [{ ...target, code: "NT-T02", title: "大交通投资", light: "behind", completionRatio: 0.7 }],
    today: isoDate("2023-09-30"),
    source: "",
    illustrative: false,
    lang: "zh-CN",
  });
  const { read } = await partsOf(department);
  expect(await read("xl/charts/chart1.xml")).toContain('<c:barDir val="bar"/>');
  const steps = await partsOf(prepareTargetChart(aMilestoneChart()));
  expect(await steps.read("xl/charts/chart1.xml")).toBe("");
  expect(await steps.read("xl/worksheets/sheet1.xml")).not.toContain("<drawing");
  const answers = await partsOf(prepareTargetChart(aYesNoChart()));
  expect(await answers.read("xl/charts/chart1.xml")).toBe("");
});
