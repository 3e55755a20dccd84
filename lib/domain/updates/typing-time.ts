// How long it takes to enter a month's reports, one by one or by workbook: counted steps × published times per step.

/**
 * Seconds per step of a practised user: the keystroke-level model (S. Card, T. Moran and A. Newell, Communications of
 * the ACM 23 (7), 1980). A key of an average typist, pointing with the mouse, a click, moving the hand between mouse and
 * keyboard, and preparing mentally for a unit of work.
 */
const SECONDS = { key: 0.28, point: 1.1, click: 0.2, move: 0.4, prepare: 1.35 } as const;
const CLICK = SECONDS.point + SECONDS.click;

/** Opening the form from "My reports", submitting it and going back to the list. Counted by a browser test. */
export const REPORT_CLICKS = 3;
/** Opening the panel, downloading, choosing the file, previewing and submitting. Counted by a browser test. */
export const SHEET_CLICKS = 5;
/** Outside the browser: opening the file, choosing the first cell, saving it, and naming it in the dialog. */
const FILE_CLICKS = 5;
/** Of a figure such as 289.8, where no report has one yet. */
export const USUAL_DIGITS = 5;

export interface TypingLoad {
  readonly reports: number;
  /** Each has one workbook. */
  readonly departments: number;
  /** Typed per figure, the decimal point included. */
  readonly digits: number;
}

export interface TypingTime {
  /** Seconds per report on its form, and per row of a workbook. */
  readonly perReport: number;
  readonly perRow: number;
  /** Seconds per workbook for downloading, saving and uploading. */
  readonly perWorkbook: number;
  /** Minutes of the whole load. */
  readonly byHand: number;
  readonly bySheet: number;
}

/**
 * The time to enter figures. Left out is what both ways need: finding the figure, its note, and waiting for pages.
 * A report by hand: its clicks, the hand to the keyboard and back, one preparation, the digits. A row of a workbook: one
 * preparation, the digits, and Enter. A workbook: its clicks, one preparation, the hand to the keyboard and back.
 */
export function estimateTyping({ reports, departments, digits }: TypingLoad): TypingTime {
  const both = 2 * SECONDS.move + SECONDS.prepare;
  const perReport = REPORT_CLICKS * CLICK + both + digits * SECONDS.key;
  const perRow = SECONDS.prepare + (digits + 1) * SECONDS.key;
  const perWorkbook = (SHEET_CLICKS + FILE_CLICKS) * CLICK + both;
  return {
    perReport,
    perRow,
    perWorkbook,
    byHand: (reports * perReport) / 60,
    bySheet: (reports * perRow + departments * perWorkbook) / 60,
  };
}
