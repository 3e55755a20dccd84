// What Excel, WPS and web tables put on the clipboard as text: rows by line ends, cells by tabs.

/** The pasted rows of cells, without the line end that follows the last row. */
export function pastedCells(text: string): string[][] {
  const rows = text.replace(/(\r\n|\r|\n)$/, "").split(/\r\n|\r|\n/);
  return rows.map((row) => row.split("\t").map((cell) => cell.trim()));
}

/** Whether there is more than one cell: a browser would run them together in a field of one line. */
export function isBlock(cells: readonly (readonly string[])[]): boolean {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}
