// How the columns of a table were read, and how a person has corrected that.
import { createHash } from "node:crypto";
import type { Block, Column } from "@/lib/imports/tasks/blocks";
import {
  COLUMN_ROLES,
  type ColumnMapping,
  type ColumnRole,
  type ReadColumn,
  type ReadTable,
} from "@/lib/imports/tasks/column-roles";
import type { MappedColumn } from "@/lib/imports/tasks/columns";
import type { Role } from "@/lib/imports/tasks/headings";

/** Of these a table has several; of any other role the corrected column is the only one. */
const REPEATED: ReadonlySet<Role> = new Set<Role>([
  "title",
  "plan",
  "supporting",
  "responsible-unit",
  "category",
  "other",
]);

function plainHeading({ parts }: Column): string {
  return parts
    .join("/")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, "")
    .replace(/20\d{2}/gu, "year");
}

/** Of the headings in their order; years do not count, so that the table of the next year has the same layout. */
export function layoutFingerprint({ columns }: Block): string {
  return createHash("sha256")
    .update(JSON.stringify(columns.map(plainHeading)))
    .digest("hex");
}

function shownRole({ role, department }: MappedColumn): ColumnRole {
  if (department !== null) return "district";
  return COLUMN_ROLES.find((one) => one === role) ?? "other";
}

/** The columns with the corrected roles; recognised columns give way to a corrected one of the same role. */
export function withMapping(
  columns: readonly MappedColumn[],
  mapping: ColumnMapping | undefined,
): readonly MappedColumn[] {
  if (mapping === undefined) return columns;
  const corrected = new Map<number, ColumnRole>();
  for (const column of columns) {
    const chosen = mapping.get(column.index);
    if (chosen !== undefined && chosen !== shownRole(column)) corrected.set(column.index, chosen);
  }
  const taken = new Set<Role>(
    [...corrected.values()].filter((role) => role !== "district" && !REPEATED.has(role)) as Role[],
  );
  return columns.map((column): MappedColumn => {
    const chosen = corrected.get(column.index);
    if (chosen !== undefined) return { ...column, role: chosen === "district" ? "other" : chosen, department: null };
    return taken.has(column.role) ? { ...column, role: "other" } : column;
  });
}

function sampleOf(block: Block, index: number): string {
  for (let row = block.headBottom + 1; row < block.end; row += 1) {
    const { text } = block.area.at(row, index).cell;
    if (text !== "") return text.slice(0, 40);
  }
  return "";
}

export function describeTable(
  block: Block,
  recognised: readonly MappedColumn[],
  columns: readonly MappedColumn[],
): ReadTable {
  const shown = columns.flatMap((column): ReadColumn[] => {
    const original = recognised.find(({ index }) => index === column.index) ?? column;
    const heading = column.parts.join(" / ");
    const sample = sampleOf(block, column.index);
    if (heading === "" && sample === "") return [];
    const role = shownRole(column);
    return [{ index: column.index, heading, sample, role, recognised: shownRole(original) }];
  });
  return { fingerprint: layoutFingerprint(block), sheet: block.area.sheet.name, columns: shown };
}
