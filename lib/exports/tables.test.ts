import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import { composeMultiples } from "@/lib/charts/model/multiples-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { chartToCsv, escapeFormula, rowsToCsv } from "@/lib/exports/csv";
import type { ListColumn } from "@/lib/exports/list-rows";
import { chartToXlsx, rowsToXlsx } from "@/lib/exports/xlsx";
import { aMilestoneChart, aRevisedCumulativeChart } from "@/testing/chart-builders";

const columns: ListColumn[] = [
  { key: "name", label: "指标", type: "text", unit: null },
  { key: "value", label: "目标值", type: "number", unit: "亿元" },
  { key: "due", label: "期限", type: "date", unit: null },
];

async function sheetOf(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

describe("escapeFormula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\n=1", "'\n=1"],
    ["＝1+1", "'＝1+1"],
    ["－1+1", "'－1+1"],
    ["-", "'-"],
    ["-3.5", "-3.5"],
    ["0", "0"],
    ["海门区", "海门区"],
  ])("%j becomes %j", (given, expected) => {
    expect(escapeFormula(given)).toBe(expected);
  });
});

describe("CSV", () => {
  it("starts with a byte order mark, names units and leaves a missing value empty", () => {
    const csv = rowsToCsv(columns, [
      ['=HYPERLINK("http://example.org")', "-3.5", "2023-12-31"],
      ["无数据", null, null],
    ]);
    expect(csv).toBe(
      '\ufeff指标,目标值（亿元）,期限\r\n"\'=HYPERLINK(""http://example.org"")",-3.5,2023-12-31\r\n无数据,,\r\n',
    );
  });

  it("marks samples on every row of a chart's table", () => {
    const lines = chartToCsv(prepareTargetChart(aRevisedCumulativeChart())).trim().split("\r\n");
    expect(lines.slice(1).every((line) => line.includes("示例数据：") && line.includes("南通日报"))).toBe(true);
    expect(lines.find((line) => line.startsWith("2023-07-31"))).toMatch(
      /^2023-07-31,,402,420,234\.5,316\.5,,,,,未报送,/,
    );
  });
});

describe("the CSV of a chart", () => {
  const rowsOf = (model: ChartModel): Record<string, string>[] =>
    parse(chartToCsv(model), { columns: true, bom: true });

  it("has days and names in its columns, without repeating their headers", () => {
    const [row] = rowsOf(prepareTargetChart(aRevisedCumulativeChart()));
    expect(row).toMatchObject({ 数据截至日: "2023-09-30", 来源: "南通日报", 图表: "海门区工业投资完成额" });
    const [english] = rowsOf(prepareTargetChart(aMilestoneChart({ lang: "en", source: "Daily" })));
    expect(english).toMatchObject({ "As of": "2023-09-30", Source: "Daily" });
    expect(english?.["Planning assumption"]).toContain("A-07: ");
  });

  it("has codes and the cut-off for a department", () => {
    const target = {
      completionRatio: 0.7,
      expectedRatio: 0.75,
      reason: null,
      latestText: null,
      figures: null,
    } as const;
    const model = prepareDepartmentChart({
      key: "d",
      title: "市交通运输局",
      targets: [{ ...target, code: "NT-T02", title: "大交通投资", light: "behind", hasFigure: true }],
      today: isoDate("2023-09-30"),
      source: "南通日报",
      illustrative: false,
      lang: "zh-CN",
    });
    expect(rowsOf(model)[0]).toMatchObject({
      编号: "NT-T02",
      目标: "大交通投资",
      数据截止日: "2023-09-30",
      来源: "南通日报",
    });
  });

  it("has each target's own source, sample mark and assumptions in a comparison, which states its finding", () => {
    const investment = prepareTargetChart(aRevisedCumulativeChart());
    const steps = prepareTargetChart(aMilestoneChart({ code: "A-08", illustrative: false, readings: [] }));
    const model = composeMultiples([investment, steps], {
      key: "comparison",
      lang: "zh-CN",
      title: "目标对比",
      asOfLabel: "数据截止日：2023年9月30日",
      asOfDay: { of: "view", on: isoDate("2023-09-30") },
      sourceLabel: "",
    });
    const rows = rowsOf(model);
    expect(rows.find((row) => row.编号 === "A-07")).toMatchObject({
      来源: "南通日报",
      规划假设: "",
      数据说明: "示例数据：进展数值为演示用，并非真实数据",
      数据截止日: "2023-09-30",
    });
    expect(rows.find((row) => row.编号 === "A-08")).toMatchObject({
      数据说明: "",
      规划假设: "A-08：各节点的计划日期和权重为规划假设",
    });
    expect(model.finding.text).toBe("共2项：正常1项、未报送1项");
    expect(model.description).toContain("共2项：正常1项");
  });
});

describe("a workbook", () => {
  it("writes typed numbers and days, a frozen header and empty cells for missing values", async () => {
    const rows = [
      ["=1+1", "-3.5", "2023-12-31"],
      ["长", "12345678901234567890", null],
      ["无数据", null, null],
    ];
    const sheet = await sheetOf(await rowsToXlsx(columns, rows, { name: "指标/表", heading: ["标题", "说明"] }));
    expect(sheet.name).toBe("指标 表");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(sheet.getCell("B3").value).toBe("目标值（亿元）");
    expect(sheet.getCell("A4").value).toBe("=1+1");
    expect(sheet.getCell("A4").type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getCell("B4").value).toBe(-3.5);
    expect(sheet.getCell("C4").value).toEqual(new Date("2023-12-31T00:00:00Z"));
    expect(sheet.getCell("B5").value).toBe("12345678901234567890");
    expect(sheet.getCell("B6").value).toBeNull();
  });

  it("contains a chart's title, as-of date, source, sample caption and printed unit", async () => {
    const sheet = await sheetOf(await chartToXlsx(prepareTargetChart(aRevisedCumulativeChart())));
    const heading = [1, 2, 3, 4, 5, 6].map((row) => sheet.getCell(row, 1).value);
    expect(heading).toEqual([
      "海门区工业投资完成额",
      "2023年目标不少于402亿元，力争420亿元；截至9月30日完成301亿元（完成率74.9%），慢于计划进度0.1个百分点，状态：正常",
      "A-07 · 海门区",
      "示例数据：进展数值为演示用，并非真实数据",
      "截至2023年9月30日",
      "来源：南通日报",
    ]);
    expect(sheet.getCell("B7").value).toBe("实际（亿元）");
    expect(sheet.getCell("C7").value).toBe("目标：不少于（亿元）");
    const english = await sheetOf(await chartToXlsx(prepareTargetChart(aRevisedCumulativeChart({ lang: "en" }))));
    expect(english.getCell("C7").value).toBe("Target: at least (CNY 100 million)");
    const reported = sheet.getColumn(2).values;
    expect(reported).toContain(301);
    expect(reported).not.toContain(0);
  });

  it("prints on A4 landscape with the header on each page, filters, and fits its columns to both scripts", async () => {
    const bytes = await chartToXlsx(prepareTargetChart(aRevisedCumulativeChart()));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(workbook.creator).toBe("Guatu 挂图");
    const sheet = await sheetOf(bytes);
    expect(sheet.name).toBe("海门区工业投资完成额");
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1 });
    expect(sheet.pageSetup.printTitlesRow).toBe("7:7");
    expect(String(sheet.autoFilter)).toMatch(/^A7:[A-Z]7$/);
    // 目标：不少于（亿元） has ten full-width signs, on two lines.
    expect(sheet.getColumn(3).width).toBeGreaterThanOrEqual(10);
    expect(sheet.getCell("C7").alignment.wrapText).toBe(true);
  });

  it("contains a milestone's steps with numeric weights, without a day for open steps", async () => {
    const sheet = await sheetOf(await chartToXlsx(prepareTargetChart(aMilestoneChart())));
    expect([9, 10, 11, 12].map((row) => sheet.getCell(row, 3).value)).toEqual([12.5, 25, 37.5, 25]);
    expect(sheet.getCell("E11").value).toBeNull();
    expect(sheet.getCell("F11").value).toBe("逾期未完成");
  });

  it("writes thousands of rows", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => [`指标${index}`, String(index), null]);
    const sheet = await sheetOf(await rowsToXlsx(columns, many, { name: "表", heading: [] }));
    expect(sheet.rowCount).toBe(5001);
  });
});
