// Finds the department that a table or text means: 市发改委, a former name, "Transport", 各镇街道.
import { shapeOf, similarNames } from "@/lib/imports/grammar/department-shapes";

export interface NamedDepartment {
  readonly name: string;
  readonly formerNames?: readonly string[];
}

export interface DepartmentMatch<D extends NamedDepartment> {
  readonly department: D;
  readonly how: "name" | "former-name" | "abbreviation";
}

export interface DepartmentPart<D extends NamedDepartment> {
  /** As written, without numbering. */
  readonly text: string;
  /** Offsets in the cell or sentence. */
  readonly at: number;
  readonly end: number;
  readonly match: DepartmentMatch<D> | null;
  /** A group without a name: 各镇（街道）, 有关部门, all districts. */
  readonly isCollective: boolean;
}

const COLLECTIVE =
  /^(?:各|全市各|全区各|全县各|市级各|市直各|区直各|其他|其它|有关|相关|市直有关|市有关|市级有关|市相关|区有关|区相关|全体|所有|属地)|(?:有关|相关|成员|责任|实施)(?:部门|单位|企业|镇|乡|街道)|^(?:all|each|every|relevant|other|the relevant)\b|\ball (?:districts|departments|counties|towns)\b/iu;

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s·•]/gu, "")
    .toLowerCase();

/** The name without numbering, a role before a colon, and remarks in parentheses. */
function bare(text: string): string {
  return text
    .replace(/^\s*(?:[(（]?\d{1,2}[)）]|\d{1,2}\s*[.、．](?!\d)|[①-⑳]|[-–—·•])\s*/u, "")
    .replace(/^\s*(?:牵头|责任|配合|协办|主办|承办|主要|第一)[^:：]{0,6}[:：]\s*/u, "")
    .replace(/^\s*(?:lead|supporting|support)\s*:\s*/iu, "")
    .replace(/(?:等(?:部门|单位)?|牵头|配合|负责)$/u, "")
    .trim();
}

export function isCollective(name: string): boolean {
  return COLLECTIVE.test(bare(name));
}

function best<D extends NamedDepartment>(name: string, departments: readonly D[]): D | null {
  const shape = shapeOf(name);
  let found: D | null = null;
  let top = 0;
  let isTied = false;
  for (const department of departments) {
    const score = Math.max(
      ...[department.name, ...(department.formerNames ?? [])].map((one) => similarNames(shape, shapeOf(one))),
    );
    if (score > top) {
      [found, top, isTied] = [department, score, false];
    } else if (score === top && score > 0) {
      isTied = true;
    }
  }
  return isTied ? null : found;
}

/**
 * The department meant by `name`: its own or a former name, with spaces or not, or an abbreviation that fits no other
 * one (市发改委, 住建局, 经开区管委会, 公安分局). Null if none or more than one fits.
 */
export function matchDepartment<D extends NamedDepartment>(
  name: string,
  departments: readonly D[],
): DepartmentMatch<D> | null {
  const wanted = bare(name);
  const withoutRemark = wanted.replace(/\s*[(（][^()（）]*[)）]\s*$/u, "");
  for (const form of wanted === withoutRemark ? [wanted] : [wanted, withoutRemark]) {
    const key = plain(form);
    if (key === "") continue;
    const named = departments.find((one) => plain(one.name) === key);
    if (named !== undefined) return { department: named, how: "name" };
    const former = departments.find((one) => one.formerNames?.some((old) => plain(old) === key));
    if (former !== undefined) return { department: former, how: "former-name" };
    const similar = best(form, departments);
    if (similar !== null) return { department: similar, how: "abbreviation" };
  }
  return null;
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

const SEPARATORS = /[、，,；;/／|\n\r\t]|\s+(?=\d{1,2}[.、])/u;

/** Cuts at separators outside of parentheses: 市住建局、各县（市、区） has two parts. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const one = text.charAt(index);
    if (/[(（]/u.test(one)) depth += 1;
    if (/[)）]/u.test(one)) depth = Math.max(0, depth - 1);
    const isCut = index === text.length || (depth === 0 && SEPARATORS.test(one));
    if (!isCut) continue;
    if (text.slice(start, index).trim() !== "") found.push({ text: text.slice(start, index), at: start });
    start = index + 1;
  }
  return found;
}

/** Cuts at spaces and at 和, 及, and, & if every part is a department or a collective. */
function refine<D extends NamedDepartment>(piece: Piece, departments: readonly D[]): Piece[] {
  for (const cut of [/\s+(?=\S)|(?<=\S)(?=\d{1,2}[.、．])/u, /以及|和|及|与/u, /\s+(?:and|&)\s+/iu]) {
    const parts: Piece[] = [];
    let offset = 0;
    for (const text of piece.text.split(cut)) {
      const at = piece.text.indexOf(text, offset);
      offset = at + text.length;
      if (bare(text) !== "") parts.push({ text, at: piece.at + at });
    }
    const isKnown = ({ text }: Piece) => isCollective(text) || matchDepartment(text, departments) !== null;
    if (parts.length > 1 && parts.every(isKnown)) return parts;
  }
  return [piece];
}

/** The departments of a cell or clause, in order: 1.市交通局 2.各县（市、区） has two, the second a collective. */
export function splitDepartments<D extends NamedDepartment>(
  text: string,
  departments: readonly D[],
): DepartmentPart<D>[] {
  const whole = matchDepartment(text, departments);
  const parts = pieces(text).flatMap((piece) =>
    whole === null && matchDepartment(piece.text, departments) === null ? refine(piece, departments) : [piece],
  );
  return parts.flatMap(({ text: raw, at }) => {
    const name = bare(raw);
    if (name === "" || /^[-–—/／.。无]+$/u.test(name)) return [];
    const collective = isCollective(name);
    const start = at + Math.max(0, raw.length - raw.trimStart().length);
    return [
      {
        text: name,
        at: start,
        end: at + raw.trimEnd().length,
        match: collective ? null : matchDepartment(name, departments),
        isCollective: collective,
      },
    ];
  });
}
