// The clipboard text of Excel, WPS and web tables: rows separated by line ends, cells by tabs.

/** The pasted rows of cells, without the line end that follows the last row. */
export function pastedCells(text: string): string[][] {
  const rows = text.replace(/(\r\n|\r|\n)$/, "").split(/\r\n|\r|\n/);
  return rows.map((row) => row.split("\t").map((cell) => cell.trim()));
}

/** Whether there is more than one cell, which a browser would join in a single-line field. */
export function isBlock(cells: readonly (readonly string[])[]): boolean {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}
