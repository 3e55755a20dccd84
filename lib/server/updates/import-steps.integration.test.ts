import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { valueSheetToXlsx } from "@/lib/exports/value-sheet/xlsx";
import { VALUE_HEADINGS } from "@/lib/imports/values/value-columns";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import type { ImportPreview } from "@/lib/server/sheet-import";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { approveUpdate } from "./decisions";
import { importValues, previewValueImport } from "./import-values";
import { prepareValueSheet } from "./value-sheet";

beforeAll(loadPageAndPeople, 120_000);
vi.setConfig({ testTimeout: 60_000 });

const CODE = "NT-M01";
const DAY = "2023-10-09";
const [RESEARCH, DRAFT, CONSULTATION] = ["完成立项调研", "形成条例初稿", "完成征求意见"];
const reporter = (day = DAY) => as("demo-science-reporter", day);

const outcomes = ({ lines }: ImportPreview) =>
  lines.map(({ outcome, why, problems = [] }) =>
    [outcome, why, ...problems.map(({ cell, kind }) => `${cell} ${kind}`)].filter((one) => one !== null).join(" "),
  );

/** A table with the headings of the sheet of steps. */
function table(...rows: readonly string[]) {
  const text = ["目标编号,节点,数据截至日,完成日期,说明", ...rows.map((row) => `${CODE},${row}`)].join("\n");
  return { bytes: new TextEncoder().encode(text), lang: "zh-CN" as const };
}

async function preview(file: ReturnType<typeof table>, day = DAY): Promise<ImportPreview> {
  return done(await previewValueImport(file, await reporter(day)));
}

async function write(file: ReturnType<typeof table>, submits = false): Promise<void> {
  const { digest } = await preview(file);
  done(await importValues(file, { digest, submits }, await reporter()));
}

const reports = (state: string) =>
  db.update.findMany({ where: { state, target: { code: CODE } }, include: { steps: { include: { step: true } } } });

async function stored(state: string) {
  const found = await reports(state);
  return found.map(({ note, steps }) => ({
    note,
    steps: Object.fromEntries(steps.map(({ step, doneOn }) => [step.key, dayOf(doneOn)])),
  }));
}

describe("importing steps of milestones", () => {
  it("writes the filled steps of the downloaded workbook as one draft, and nothing new the second time", async () => {
    const sheet = await prepareValueSheet("science", await reporter());
    const book = new ExcelJS.Workbook();
    if (sheet === null) throw new Error("no workbook");
    await book.xlsx.load((await valueSheetToXlsx(sheet, "zh-CN")) as unknown as ArrayBuffer);
    const steps = book.getWorksheet("里程碑节点");
    const days: Readonly<Record<string, string>> = { [RESEARCH ?? ""]: "2023-03-28", [DRAFT ?? ""]: "2023-07-02" };
    let heads: string[] = [];
    steps?.eachRow((row) => {
      const texts = Array.from(row.values as ExcelJS.CellValue[], (one) => String(one ?? ""));
      if (texts.includes(VALUE_HEADINGS.doneOn[0])) heads = texts;
      const day = texts[2] === CODE ? days[texts[heads.indexOf(VALUE_HEADINGS.step[0])] ?? ""] : undefined;
      if (day !== undefined) row.getCell(heads.indexOf(VALUE_HEADINGS.doneOn[0])).value = new Date(`${day}T00:00:00Z`);
    });
    const file = { bytes: new Uint8Array(await book.xlsx.writeBuffer()), lang: "zh-CN" as const };
    const first = await preview(file);
    expect([outcomes(first), first.count]).toEqual([["added", "added"], 1]);
    expect(first.lines[0]?.text).toBe("NT-M01 · 研究编制《南通市科技创新促进条例》 · 完成立项调研 · 2023年3月28日");
    await write(file);
    expect(await stored("draft")).toEqual([{ note: "", steps: { research: "2023-03-28", draft: "2023-07-02" } }]);
    expect(outcomes(await preview(file))).toEqual(["same", "same"]);
    // The next download shows the draft.
    const again = await prepareValueSheet("science", await reporter());
    expect(again?.steps.filter(({ code }) => code === CODE).map(({ entered }) => entered?.doneOn)).toEqual([
      "2023-03-28",
      "2023-07-02",
      "",
      "",
    ]);
  });

  it("changes a day of the draft, keeps the other steps, and joins the notes of several rows", async () => {
    const file = table(`${DRAFT},2023-08-31,2023-07-05,专家论证后定稿`, `${CONSULTATION},2023-08-31,,正在汇总意见`);
    const changed = await preview(file);
    expect([outcomes(changed), changed.lines[0]?.was]).toEqual([["changed", "changed"], "2023年7月2日"]);
    await write(file);
    expect(await stored("draft")).toEqual([
      {
        note: `${DRAFT}：专家论证后定稿\n${CONSULTATION}：正在汇总意见`,
        steps: { research: "2023-03-28", draft: "2023-07-05" },
      },
    ]);
    expect(outcomes(await preview(file))).toEqual(["same", "same"]);
  });

  it("names the cells of rows that are wrong, and takes the others", async () => {
    const file = table(
      `${RESEARCH},2023-08-31,3月底,`,
      `${DRAFT},2023-08-31,2023-09-20,`,
      "完成论证,2023-08-31,2023-05-05,",
      `${CONSULTATION},2023-08-31,2023-08-30,`,
      `${CONSULTATION},2023-08-31,2023-08-29,`,
      "报送送审稿,2023-07-31,2023-07-30,",
    );
    expect(outcomes(await preview(file)).toSorted()).toEqual([
      "added",
      "refused A4 unknown-step",
      "refused C7 another-as-of",
      "refused D2 not-a-date",
      "refused D3 step-after-as-of",
      "refused twice",
    ]);
  });

  it("submits the draft, and names other days of reported steps as conflicts", async () => {
    const file = table(`${RESEARCH},2023-08-31,2023-03-28,`);
    await write(file, true);
    expect(await reports("draft")).toEqual([]);
    const other = table(`${RESEARCH},2023-08-31,2023-03-30,`, `${DRAFT},2023-08-31,2023-07-05,`);
    expect(outcomes(await preview(other))).toEqual(["conflict waits-otherwise", "same"]);
    const [waiting] = await reports("submitted");
    if (waiting === undefined) throw new Error("not submitted");
    const reviewer = await as("demo-science-reviewer", DAY);
    done(await approveUpdate({ updateId: waiting.id, version: waiting.version }, reviewer));
    expect(outcomes(await preview(other))).toEqual(["conflict approved-otherwise", "same"]);
  });

  it("starts the report of the next period from the approved steps", async () => {
    const day = "2023-11-02";
    const sheet = await prepareValueSheet("science", await reporter(day));
    expect(sheet?.steps.filter(({ code }) => code === CODE)).toMatchObject([
      { step: { key: "consultation" }, previous: { completed: 2, all: 4, asOf: "2023-08-31" }, asOf: "2023-10-31" },
      { step: { key: "submission" } },
    ]);
    const file = table(`${CONSULTATION},2023-10-31,2023-10-12,`, `${RESEARCH},2023-10-31,2023-03-28,`);
    const { digest, ...shown } = await preview(file, day);
    expect(outcomes(shown as ImportPreview)).toEqual(["added", "same"]);
    done(await importValues(file, { digest, submits: true }, await reporter(day)));
    expect(await stored("submitted")).toEqual([
      { note: "", steps: { research: "2023-03-28", draft: "2023-07-05", consultation: "2023-10-12" } },
    ]);
  });

  it("refuses a value for a milestone, and a step for another target", async () => {
    const text = [
      "目标编号,节点,数据截至日,完成日期,完成值",
      "NT-M14,,2023-09-30,,3",
      "NT-T02,完成年中推进评估,2023-09-30,2023-08-01,",
    ].join("\n");
    const file = { bytes: new TextEncoder().encode(text), lang: "zh-CN" as const };
    const found = done(await previewValueImport(file, await as("demo-transport-reporter", DAY)));
    expect(outcomes(found)).toEqual(["refused A2 steps-by-day", "refused A3 unknown-step"]);
  });

  it("names a milestone whose terms were revised after the download", async () => {
    const target = await db.target.findUniqueOrThrow({ where: { code: "NT-M02" } });
    await db.revision.create({
      data: {
        targetId: target.id,
        revisedAt: new Date("2023-10-08T02:00:00Z"),
        before: {},
        after: {},
        reason: "调整",
        authority: "通政发〔2023〕1号",
        authorId: "demo-supervisor",
      },
    });
    const text =
      "行标识,目标编号,节点,数据截至日,完成日期\nNT-M02#0/list-2023,NT-M02,2023年培育名单入库,2023-09-30,2023-03-30\n";
    const { lines } = await preview({ bytes: new TextEncoder().encode(text), lang: "zh-CN" });
    expect(lines[0]).toMatchObject({ outcome: "conflict", href: "/targets/NT-M02" });
  });
});
