// A plain list of departments, without headings: one name per line, typed, pasted or in a sheet.
import type { DepartmentColumn } from "@/lib/imports/departments";
import type { SheetRow } from "@/lib/imports/sheet";
import type { TableRow } from "@/lib/imports/table";

/** 1、 （一） ① and a number alone. */
const NUMBERING =
  /^\s*(?:[(（][\d一二三四五六七八九十]{1,4}[)）]|(?:\d{1,4}|[一二三四五六七八九十]{1,3})[.．、)）]|[①-⑳]|[-–—·•])\s*/u;
const NUMBER = /^[\d\s.．、()（）]*$/u;
const SEPARATORS = /[、，；;]/u;
const CHINESE = /[\u4e00-\u9fff]/u;
/** The title of a list. */
const TITLE = /(?:名单|名录|一览表)$/u;
/** The heading of a group in a numbered list: 一、市政府组成部门. */
const GROUP =
  /^\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]).*(?:部门|机构|单位)[:：]?\s*$/u;

/** The cells without numbers. An English name may contain a comma, at which a CSV file is cut. */
function namesOf(cells: readonly string[]): string[] {
  const names = cells.filter((cell) => !NUMBER.test(cell));
  return names.length < 2 || names.some((name) => CHINESE.test(name)) ? names : [names.join(", ")];
}

/** The names in a list; null if its rows have more than a number and a name, so that it is another table. */
export function readDepartmentList(rows: readonly SheetRow[]): TableRow<DepartmentColumn>[] | null {
  const named = rows.map(({ line, cells }) => ({ line, cells: namesOf(cells) }));
  const isOneRow = named.length === 1;
  if (!isOneRow && named.some(({ cells }) => cells.length > 1)) return null;
  const list = named.filter(({ cells }, index) => !(index === 0 && !isOneRow && TITLE.test(cells[0] ?? "")));
  return list.flatMap(({ line, cells }) =>
    cells
      .filter((cell) => !GROUP.test(cell))
      .flatMap((cell) => cell.replace(NUMBERING, "").split(SEPARATORS))
      .map((name) => name.replace(NUMBERING, "").trim())
      .filter((name) => name !== "")
      .map((name) => ({
        line,
        values: { slug: null, name, nameEn: null, parent: null, divisionCode: null, creditCode: null },
      })),
  );
}
