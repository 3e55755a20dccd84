import ExcelJS from "exceljs";
import JSZip from "jszip";
import { expect, it } from "vitest";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { chartToXlsx } from "@/lib/exports/xlsx";
import { aMilestoneChart, aRevisedCumulativeChart } from "@/testing/chart-builders";

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

it("draws the shares of a department as bars, and leaves steps to their picture", async () => {
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
});
