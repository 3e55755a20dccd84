"use client";
// Rows pasted from Excel into one cell of a table of inputs fill the cells below and to the right.
import type { ClipboardEvent } from "react";
import { isBlock, pastedCells } from "@/components/ui/pasted-cells";

function fill(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** 2023/3/31 and 2023.3.31 as a date field expects them; other text is unchanged. */
function dateText(text: string): string {
  const [, year = "", month = "", day = ""] = text.match(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/) ?? [];
  return year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/**
 * For the onPaste of a group whose inputs have `data-row` and `data-column`. A single cell is pasted as usual; cells
 * beyond the table are ignored.
 */
export function spreadPastedCells(event: ClipboardEvent<HTMLElement>): void {
  const target = event.target;
  if (!(target instanceof HTMLInputElement) || target.dataset.row === undefined) return;
  const cells = pastedCells(event.clipboardData.getData("text/plain"));
  if (!isBlock(cells)) return;
  event.preventDefault();
  event.stopPropagation();
  const [row, column] = [Number(target.dataset.row), Number(target.dataset.column)];
  for (const [down, line] of cells.entries()) {
    for (const [right, text] of line.entries()) {
      const selector = `input[data-row="${row + down}"][data-column="${column + right}"]`;
      const cell = event.currentTarget.querySelector<HTMLInputElement>(selector);
      if (cell !== null) fill(cell, cell.type === "date" ? dateText(text) : text);
    }
  }
}
