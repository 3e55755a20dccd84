import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTableFile } from "@/lib/imports/tasks/read-table-file";
import type { TaskTarget } from "@/lib/imports/tasks/results";

const departments = [
  { name: "县发展和改革局" },
  { name: "县交通运输局" },
  { name: "县人力资源和社会保障局" },
  { name: "县住房和城乡建设局" },
  { name: "县数据局", formerNames: ["县大数据中心"] },
  { name: "城关镇人民政府" },
  { name: "青山乡人民政府" },
  { name: "Transport Bureau" },
  { name: "Health Commission" },
];
const context = { today: "2024-02-01", departments, targets: [] };

function read(file: string | Uint8Array): readonly TaskTarget[] {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const reading = readTableFile(bytes, context);
  if ("refused" in reading || reading.mode !== "targets") throw new Error("no targets");
  return reading.targets;
}

const problemsOf = (targets: readonly TaskTarget[]) =>
  targets.map(({ row, verdict, problems }) => [row, verdict, ...problems.map(({ cell, kind }) => `${kind} ${cell}`)]);

describe("readTableFile, a table of metrics", () => {
  const table = `2024年全县目标任务分解表,,,,,,,,,,,,
序号,指标名称,单位,上年实绩,年度目标,同比增长（%）,一季度,上半年,前三季度,全年,牵头部门,配合部门,完成时间
一、经济,,,,,,,,,,,,
1,一般公共预算收入,亿元,62.5,65.6,5,18,34,50,65.6,县发改局,县交通局、各乡镇,
2,地区生产总值,亿元,286.5,,6左右,,,,,县发改局,,
3,新增停车泊位,个,,1.2万,,2000,5000,9000,12000,县住建局,,10月底前
4,城镇调查失业率,%,5.1,控制在5%以内,,,,,,县人社局,,
5,完成投资,万元,,3.5亿元,,6000,15000,25000,35000,县大数据中心,,`;

  it("reads values, units, baselines, growth, plans, owners and sections", () => {
    const [income, product, parking, unemployment, investment] = read(table);
    expect(income).toEqual({
      sheet: null,
      row: 4,
      title: "一般公共预算收入",
      metric: "一般公共预算收入",
      unit: "亿元",
      kind: "cumulative",
      comparator: "equal",
      value: 65.6,
      upperValue: null,
      stretchValue: null,
      baselineValue: 62.5,
      baselineYear: 2023,
      growthPct: 5,
      year: 2024,
      dueOn: "2024-12-31",
      furtherLeads: [],
      unlinked: [{ cell: "L4", name: "各乡镇" }],
      planPoints: [
        { on: "2024-03-31", value: 18 },
        { on: "2024-06-30", value: 34 },
        { on: "2024-09-30", value: 50 },
        { on: "2024-12-31", value: 65.6 },
      ],
      steps: [],
      owner: "县发展和改革局",
      supporting: ["县交通运输局"],
      responsible: null,
      leader: null,
      remarks: null,
      section: "一、经济",
      serial: "1",
      problems: [],
      verdict: "ok",
    });
    expect(product).toMatchObject({
      kind: "growth",
      value: 6,
      unit: "%",
      growthPct: 6,
      comparator: "about",
      baselineValue: null,
    });
    expect(parking).toMatchObject({ value: 1.2, unit: "万个", dueOn: "2024-10-31" });
    expect(parking?.planPoints.map(({ value }) => value)).toEqual([0.2, 0.5, 0.9, 1.2]);
    expect(unemployment).toMatchObject({ kind: "ratio", comparator: "at-most", value: 5, baselineValue: 5.1 });
    expect(investment).toMatchObject({ value: 3.5, unit: "亿元", owner: "县数据局" });
    expect(investment?.planPoints.map(({ value }) => value)).toEqual([0.6, 1.5, 2.5, 3.5]);
  });

  it("keeps baseline and plan of another unit than a growth in words, and takes a plan of about its size", () => {
    const [income, output] = read(`2024年任务表
指标,单位,2023年实绩,2024年目标,一季度,二季度,三季度,四季度,牵头单位
一般公共预算收入,亿元,680,增长3%以上,180,350,520,,县发展和改革局
工业增加值,亿元,410,增长6%,5.5,5.8,6,6,县发展和改革局`);
    expect(income).toMatchObject({ kind: "growth", unit: "%", value: 3, planPoints: [], baselineValue: null });
    expect(income?.otherFigures).toEqual([
      { cell: "C3", name: "2023年实绩 680（亿元）" },
      { cell: "E3", name: "一季度 180、二季度 350、三季度 520（亿元）" },
    ]);
    expect(output?.planPoints.map(({ value }) => value)).toEqual([5.5, 5.8, 6, 6]);
    expect(output?.otherFigures).toEqual([{ cell: "C4", name: "2023年实绩 410（亿元）" }]);
  });

  it("says what is wrong with a row, and in which cell", () => {
    const faulty = `年度目标表（2024年）
指标,单位,2024年目标,牵头单位,完成时限
农村公路,公里,7O,县交通局,
治理率,%,108,县住建局,
公园,个,6,,
绿地,,25,县住建局,
泊位,个,-400,县住建局,
道路,公里,12,县园林局,
桥梁,座,3,县交通局,2月30日前
培训,人,待定,县人社局,
收入增速,%,与经济增长同步,县发改局,
满意率,%,0.95,县发改局,
整治,处,30,县交通局,2014年11月
安防,个,150,各乡镇,汛期前
就业,人,900,县人社局、县发改局,
桥梁,座,3,县交通局,6月
桥梁,座,4,县交通局,`;
    expect(problemsOf(read(faulty))).toEqual([
      [3, "error", "not-a-number C3"],
      [4, "error", "out-of-range C4"],
      [5, "error", "missing-owner D5"],
      [6, "needs-attention", "unit-missing B6"],
      [7, "error", "out-of-range C7"],
      [8, "error", "unknown-department D8"],
      [9, "error", "impossible-date E9"],
      [10, "needs-attention", "value-missing C10"],
      [11, "needs-attention", "relative-value C11"],
      [12, "needs-attention", "percent-scale C12"],
      [13, "needs-attention", "date-out-of-period E13"],
      [14, "needs-attention", "collective-owner D14", "ambiguous-date E14"],
      [15, "needs-attention", "several-owners D15"],
      [16, "error", "duplicate-row A16"],
      [17, "needs-attention", "conflicting-row A17"],
    ]);
  });

  it("reads plans with each quarter's own amount, and marks a plan that does not end at the value", () => {
    const [road, bridge] = read(`2024年投资计划（单位：万元）,,,,,,
项目名称,2024年计划投资,第一季度,第二季度,第三季度,第四季度,责任单位
沿江大道,1200,200,300,400,300,县交通局
跨江大桥,1000,200,300,300,100,县交通局`);
    expect(road).toMatchObject({ title: "沿江大道", metric: "沿江大道投资", unit: "万元", verdict: "ok" });
    expect(road?.planPoints.map(({ value }) => value)).toEqual([200, 500, 900, 1200]);
    expect(problemsOf([bridge as TaskTarget])).toEqual([[4, "needs-attention", "plan-mismatch F4"]]);
  });

  it("reads one column per year as a plan to the last year", () => {
    const [companies] = read(`三年行动计划（2024—2026年）
任务,指标,单位,2023年基数,2024年,2025年,2026年,责任单位
创新,高新技术企业,家,120,140,160,180,县发改局、县交通局`);
    expect(companies).toMatchObject({ value: 180, dueOn: "2026-12-31", baselineValue: 120, owner: "县发展和改革局" });
    expect(companies?.supporting).toEqual(["县交通运输局"]);
    expect(companies?.planPoints).toEqual([
      { on: "2024-12-31", value: 140 },
      { on: "2025-12-31", value: 160 },
      { on: "2026-12-31", value: 180 },
    ]);
  });
});

describe("readTableFile, sentences", () => {
  it("reads one target per quantity, with its own deadline", () => {
    const targets = read(`2024年民生实事
序号\t项目名称\t建设内容\t牵头单位\t计划完成时间
1\t畅行工程\t1.新建改建农村公路180公里、桥梁25座\t县交通局\t1.农村公路10月底前；2.桥梁6月底前
\t畅行工程\t新增公共停车泊位5000个以上\t县住建局\t
2\t就业工程\t城镇新增就业确保3000人、力争3500人\t县人社局\t年底
\t就业工程\t县公共实训基地建成投用\t县人社局\t8月
\t就业工程\t技能培训完成市下达任务\t县人社局\t`);
    expect(
      targets.map(({ row, metric, value, stretchValue, unit, kind, comparator, dueOn, section }) => [
        row,
        metric,
        value,
        stretchValue,
        unit,
        kind,
        comparator,
        dueOn,
        section,
      ]),
    ).toEqual([
      [3, "新建改建农村公路", 180, null, "公里", "cumulative", "equal", "2024-10-31", "畅行工程"],
      [3, "新建改建桥梁", 25, null, "座", "cumulative", "equal", "2024-06-30", "畅行工程"],
      [4, "新增公共停车泊位", 5000, null, "个", "cumulative", "at-least", "2024-12-31", "畅行工程"],
      [5, "城镇新增就业", 3000, 3500, "人", "cumulative", "equal", "2024-12-31", "就业工程"],
      [6, "县公共实训基地建成投用", null, null, null, "yes-no", "equal", "2024-08-31", "就业工程"],
      [7, "技能培训完成市下达任务", null, null, null, "cumulative", "equal", "2024-12-31", "就业工程"],
    ]);
    expect(targets.at(-1)?.problems).toMatchObject([{ kind: "relative-value", cell: "C7" }]);
  });
});

describe("readTableFile, an empty column of values", () => {
  it("takes the figures from the sentences next to it", () => {
    const targets = read(`重点任务,目标要求,牵头单位,完成时限
开通公交线路3-5条,,县交通局,2024.6.30
污水治理率达到55%以上，新增停车泊位800个,,县住建局,全年`);
    expect(
      targets.map(({ metric, value, upperValue, unit, comparator, dueOn }) => [
        metric,
        value,
        upperValue,
        unit,
        comparator,
        dueOn,
      ]),
    ).toEqual([
      ["开通公交线路", 3, 5, "条", "between", "2024-06-30"],
      ["污水治理率", 55, null, "%", "at-least", "2024-12-31"],
      ["新增停车泊位", 800, null, "个", "equal", "2024-12-31"],
    ]);
  });
});

describe("readTableFile, workbooks", () => {
  it("reads two header rows, merged cells, sections, totals, hidden and struck-out rows and a second table", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("封面").addRow(["重点工作任务"]);
    const sheet = book.addWorksheet("任务");
    sheet.addRow(["2024年重点工作"]);
    sheet.addRow(["序号", "工作任务", "量化指标", "2024年目标", "序时进度", null, "牵头单位"]);
    sheet.addRow([null, null, null, null, "1-6月", "1-12月"]);
    sheet.addRow(["一、交通"]);
    sheet.addRow([1, "完善路网", "农村公路（公里）", 180, 80, 180, "县交通局"]);
    sheet.addRow([2, null, "改造桥梁（座）", 25, 5, 25, "县交通局"]);
    sheet.addRow(["合计", null, null, 205, 85, 205]);
    sheet.addRow([3, "停车", "停车泊位（个）", 5000, 1000, 5000, "县住建局"]);
    sheet.addRow([4, "规划", "编制详细规划", null, "形成初稿", "上报审批", "县住建局"]);
    sheet.addRow([5, "公园", "口袋公园（个）", 6, 2, 6, "县住建局"]);
    sheet.addRow(["注：进度为累计数"]);
    sheet.addRow([]);
    sheet.addRow(["附：前期项目"]);
    sheet.addRow(["序号", "项目名称", "前期工作目标", "责任单位", "完成时限"]);
    sheet.addRow([1, "城际铁路", "完成可研批复", "县发改局", "上半年"]);
    for (const range of ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3", "A4:G4", "B5:B6", "A11:G11"]) {
      sheet.mergeCells(range);
    }
    sheet.getRow(8).hidden = true;
    for (let column = 1; column <= 7; column += 1) sheet.getCell(10, column).font = { strike: true };
    const targets = read(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(
      targets.map(({ row, title, metric, unit, value, verdict, section }) => [
        row,
        title,
        metric,
        unit,
        value,
        verdict,
        section,
      ]),
    ).toEqual([
      [5, "完善路网", "农村公路", "公里", 180, "ok", "一、交通"],
      [6, "完善路网", "改造桥梁", "座", 25, "ok", "一、交通"],
      [8, "停车", "停车泊位", "个", 5000, "needs-attention", "一、交通"],
      [9, "规划", "编制详细规划", null, null, "ok", "一、交通"],
      [15, "城际铁路：完成可研批复", "城际铁路：完成可研批复", null, null, "ok", null],
    ]);
    expect(targets[2]?.problems).toMatchObject([{ kind: "hidden-row" }]);
    expect(targets[3]).toMatchObject({
      kind: "milestone",
      steps: [
        { on: "2024-06-30", title: "形成初稿" },
        { on: "2024-12-31", title: "上报审批" },
      ],
    });
    expect(targets[4]).toMatchObject({ kind: "yes-no", dueOn: "2024-06-30" });
  });
});

describe("readTableFile, tables by district and in English", () => {
  it("keeps the row of a department that it does not know, marked at its cell, and leaves out the total", () => {
    const targets = read(`牵头部门,新增停车泊位（个）,完成投资（亿元）
县交通局,1200,3.5
县水务局,800,2.1
县住建局,500,1.4
合计,2500,7`);
    expect(targets.map(({ row, owner, metric, value }) => [row, owner, metric, value])).toEqual([
      [2, "县交通运输局", "新增停车泊位", 1200],
      [2, "县交通运输局", "完成投资", 3.5],
      [3, null, "新增停车泊位", 800],
      [3, null, "完成投资", 2.1],
      [4, "县住房和城乡建设局", "新增停车泊位", 500],
      [4, "县住房和城乡建设局", "完成投资", 1.4],
    ]);
    expect(problemsOf(targets)[2]).toEqual([3, "error", "unknown-department A3"]);
  });

  it("reads a column per department and a row per department", () => {
    const columns = read(`指标名称,单位,全县目标,城关镇,青山乡,牵头部门
城镇新增就业,人,1000,800,—,县人社局`);
    expect(columns.map(({ owner, supporting, value }) => [owner, supporting, value])).toEqual([
      ["城关镇人民政府", ["县人力资源和社会保障局"], 800],
    ]);
    const rows = read(`2024年各乡镇任务
乡镇,固定资产投资（万元）,城镇新增就业（人）
城关镇,120000,800
青山乡,35000,200
合计,155000,1000`);
    expect(rows.map(({ owner, metric, value, unit }) => [owner, metric, value, unit])).toEqual([
      ["城关镇人民政府", "固定资产投资", 120000, "万元"],
      ["城关镇人民政府", "城镇新增就业", 800, "人"],
      ["青山乡人民政府", "固定资产投资", 35000, "万元"],
      ["青山乡人民政府", "城镇新增就业", 200, "人"],
    ]);
  });

  it("reads an English table of a financial year", () => {
    const targets = read(`Delivery Plan 2024/25
Ref,Indicator,Units,2023/24 outturn,2024/25 target,Due,Lead department,Accountable officer
K1,Potholes repaired within 28 days,%,88,at least 92%,,Transport,Head of Roads
K2,Port investment,CNY m,300,CNY 0.5bn (+67%),Q3,Transport Dept.,Head of Ports
K3,Waiting time,weeks,22,down to 18 or less,31 March 2025,Health,`);
    expect(
      targets.map(({ value, unit, comparator, dueOn, baselineValue, baselineYear, owner }) => [
        value,
        unit,
        comparator,
        dueOn,
        baselineValue,
        baselineYear,
        owner,
      ]),
    ).toEqual([
      [92, "%", "at-least", "2025-03-31", 88, 2024, "Transport Bureau"],
      [5, "亿元", "equal", "2024-12-31", 3, 2024, "Transport Bureau"],
      [18, "weeks", "at-most", "2025-03-31", 22, 2024, "Health Commission"],
    ]);
    expect(targets[1]).toMatchObject({ growthPct: 67, responsible: "Head of Ports" });
  });
});

describe("readTableFile, anything", () => {
  const words = [
    "",
    "序号",
    "指标",
    "单位",
    "2024年目标",
    "牵头单位",
    "一季度",
    "合计",
    "≥30个",
    "#REF!",
    "12-15",
    "402（+27%）",
    "县交通局",
    "各乡镇",
    "2月30日",
    "注：",
    "-",
    "0.98",
    "万",
    "编号",
    "1-6月累计",
    "本月",
    "进展",
  ];
  const cell = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.float().map(String),
  );
  const row = fc
    .array(cell, { maxLength: 9 })
    .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(","));

  it("never throws on random cells", () => {
    const known = {
      ...context,
      targets: [
        {
          code: "A",
          title: "公路",
          metric: "指标",
          unit: "个",
          owner: "县交通运输局",
          kind: "cumulative" as const,
          comparator: "equal" as const,
          value: 5,
          year: 2024,
          dueOn: "2024-12-31",
          latest: { asOf: "2024-05-31", value: 1 },
        },
      ],
    };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
        const bytes = new TextEncoder().encode(`${rows.join("\n")}\n`);
        for (const one of [context, known]) expect(readTableFile(bytes, one)).toBeTypeOf("object");
      }),
      { numRuns: 100 },
    );
  });
});
