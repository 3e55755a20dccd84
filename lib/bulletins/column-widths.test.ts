import { describe, expect, test } from "vitest";
import { textWidth } from "@/lib/charts/layout/text-width";
import { columnWidths, fittingSize } from "./column-widths";
import type { Table } from "./tables";

const PAPER = { width: 400, size: 10, padding: 6 };
const column = (label: string, width: number, isShort = false) =>
  ({ key: label, label, align: "left", width, isShort }) as const;
const sum = (widths: readonly number[]) => widths.reduce((total, one) => total + one, 0);

describe("columnWidths", () => {
  test("returns the shares if every word fits", () => {
    const table: Table = { columns: [column("A", 3), column("B", 1)], rows: [[{ text: "one two" }, { text: "x" }]] };
    expect(columnWidths(table, PAPER)).toEqual([300, 100]);
  });

  test("widens a column to its longest word at the expense of wider columns", () => {
    const table: Table = {
      columns: [column("Department", 8), column("Not assessed", 1), column("Overdue", 1)],
      rows: [[{ text: "Nantong Secondary Vocational School" }, { text: "7" }, { text: "0" }]],
    };
    const widths = columnWidths(table, { ...PAPER, width: 200 });
    expect(sum(widths)).toBeCloseTo(200, 9);
    for (const [index, word] of ["Department", "assessed", "Overdue"].entries()) {
      expect(widths[index]).toBeGreaterThanOrEqual(textWidth(word, 10) + 6 - 1e-9);
    }
  });

  test("does not break days, or a light from its mark, in a short column", () => {
    const table: Table = {
      columns: [column("事项", 9), column("期限", 1, true), column("灯", 1, true)],
      rows: [
        [
          { text: "通题".repeat(60) },
          { text: "20 Sep 2023" },
          { text: "■\u00a0严重滞后 目标已调整", light: "far-behind" },
        ],
      ],
    };
    const [, day = 0, light = 0] = columnWidths(table, { ...PAPER, width: 260 });
    expect(day).toBeGreaterThanOrEqual(textWidth("20 Sep 2023", 10) + 6 - 1e-9);
    expect(light).toBeCloseTo(textWidth("■ 严重滞后", 10) + 6, 9);
    expect(light).toBeLessThan(textWidth("■\u00a0严重滞后目标已调整", 10));
  });

  test("does not break the words of a heading, including Chinese below a light's shape", () => {
    const table: Table = {
      columns: [column("部门", 9), column("✕\n逾期未完成", 1)],
      rows: [[{ text: "市" }, { text: "0" }]],
    };
    const [, light = 0] = columnWidths(table, { ...PAPER, width: 200 });
    expect(light).toBeCloseTo(textWidth("逾期未完成", 10) + 6, 9);
  });

  test("keeps a short heading of two words on one line", () => {
    const table: Table = {
      columns: [column("Target", 9), column("As of", 2, true)],
      rows: [[{ text: "x" }, { text: "—" }]],
    };
    expect(columnWidths(table, PAPER)[1]).toBeCloseTo(textWidth("As of", 10) + 6, 9);
  });

  test("decreases the font size down to the minimum if the longest words do not fit", () => {
    const columns = ["Department", "Achieved", "Overdue"].map((label) => column(label, 1));
    const table: Table = { columns, rows: [] };
    expect(fittingSize(table, { ...PAPER, width: 400 }, 5)).toBe(10);
    const size = fittingSize(table, { ...PAPER, width: 120 }, 5);
    expect(size).toBeLessThan(10);
    const widths = columnWidths(table, { width: 120, size, padding: 6 });
    for (const [index, { label }] of columns.entries()) {
      expect(widths[index]).toBeGreaterThanOrEqual(textWidth(label, size) + 6 - 1e-9);
    }
    expect(fittingSize(table, { ...PAPER, width: 50 }, 5)).toBe(5);
  });

  test("narrows names and longer texts before days and amounts", () => {
    const text = { text: "征地拆迁进度慢，部分地块未交地。" };
    const table: Table = {
      columns: [
        column("到期日", 3, true),
        { ...column("责任部门", 3), key: "owner" },
        { ...column("存在问题", 9), key: "problems" },
      ],
      rows: [[{ text: "2023年12月31日" }, { text: "市人力资源和社会保障局" }, text]],
    };
    const widths = columnWidths(table, { ...PAPER, width: 230 });
    const [due = 0, owner = 0, problems = 0] = widths;
    expect(sum(widths)).toBeCloseTo(230, 9);
    expect(due).toBeCloseTo(textWidth("2023年12月31日", 10) + 6, 9);
    expect(owner).toBeLessThan(116);
    expect(owner).toBeGreaterThan(46);
    expect(problems).toBeLessThan(106);
  });

  test("is never wider than the paper, even if words do not fit", () => {
    const columns = Array.from({ length: 12 }, (_, index) => column(`Unbreakable${index}`, 1));
    const widths = columnWidths({ columns, rows: [] }, { ...PAPER, width: 240 });
    expect(sum(widths)).toBeCloseTo(240, 9);
    expect(Math.min(...widths)).toBeGreaterThan(15);
  });

  test.each(["owner", "plan"])("does not break a name in the column %s, except at brackets where it is long", (key) => {
    const table: Table = {
      columns: [
        { ...column("目标", 9), key: "target" },
        { ...column("名称", 1), key },
      ],
      rows: [
        [{ text: "通题".repeat(60) }, { text: "市人力资源和社会保障局" }],
        [{ text: "通" }, { text: "崇川区人民政府（南通市崇川经济开发区管理委员会）" }],
      ],
    };
    const [, owner = 0] = columnWidths(table, PAPER);
    expect(owner).toBeCloseTo(textWidth("市人力资源和社会保障局", 10) + 6, 9);
  });

  test("gives an English name of several words more than its longest word", () => {
    const name = "Bureau of Housing and Urban-Rural Development";
    const table: Table = {
      columns: [column("Target", 9), { ...column("Owner", 1), key: "owner" }],
      rows: [[{ text: "target ".repeat(60) }, { text: name }]],
    };
    expect(columnWidths(table, PAPER)[1]).toBeCloseTo(96, 9);
  });

  test("gives columns of paragraphs the rest of the width, at least ten characters, and short columns no more than they need", () => {
    const text = { text: "征地拆迁进度慢，部分地块未交地，资金尚未到位。" };
    const table: Table = {
      columns: [
        column("到期日", 3, true),
        column("最新值", 3, true),
        { ...column("目标", 5), key: "target" },
        { ...column("存在问题", 9), key: "problems" },
        { ...column("下一步", 9), key: "nextStep" },
      ],
      rows: [[{ text: "2023年12月31日\n（规划假设）" }, { text: "289.8亿元" }, text, text, text]],
    };
    const [due = 0, latest = 0, target = 0, problems = 0, nextStep = 0] = columnWidths(table, { ...PAPER, width: 500 });
    expect(due).toBeCloseTo(textWidth("2023年12月31日", 10) + 6, 9);
    expect(latest).toBeCloseTo(textWidth("289.8亿元", 10) + 6, 9);
    expect(problems).toBe(nextStep);
    expect(problems).toBeGreaterThan(target);
    const narrow = columnWidths(table, { ...PAPER, width: 428 });
    expect(Math.min(narrow[3] ?? 0, narrow[4] ?? 0)).toBeGreaterThanOrEqual(106 - 1e-9);
    expect(narrow[2]).toBeGreaterThanOrEqual(76 - 1e-9);
  });
});
