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
    expect(light).toBeGreaterThanOrEqual(textWidth("■\u00a0严重滞后", 10) + 6 - 1e-9);
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

  test("is never wider than the paper, even if words do not fit", () => {
    const columns = Array.from({ length: 12 }, (_, index) => column(`Unbreakable${index}`, 1));
    const widths = columnWidths({ columns, rows: [] }, { ...PAPER, width: 240 });
    expect(sum(widths)).toBeCloseTo(240, 9);
    expect(Math.min(...widths)).toBeGreaterThan(15);
  });
});
