// Converts between columns and the domain: days are text, measures are Decimal, closed lists are checked.
import { Decimal } from "decimal.js";
import { type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";

/** A `date` column as a day. Prisma returns midnight UTC. */
export function dayOf(column: Date): IsoDate {
  return isoDate(column.toISOString().slice(0, 10));
}

export function dayOrNull(column: Date | null): IsoDate | null {
  return column === null ? null : dayOf(column);
}

/** A day as Prisma writes it to a `date` column. */
export function dayColumn(day: IsoDate): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** Prisma's Decimal, or the text of a raw query, as the domain's Decimal. */
export function decimalOrNull(column: { toString(): string } | null): Decimal | null {
  return column === null ? null : new Decimal(column.toString());
}

export function numberOrNull(column: { toString(): string } | null): number | null {
  return column === null ? null : Number(column.toString());
}

/** A text column with a closed list. @throws RangeError if the database contains another word. */
export function oneOf<const T extends readonly string[]>(list: T, column: string): T[number] {
  if (!list.includes(column)) throw new RangeError(`not one of ${list.join(", ")}: ${column}`);
  return column;
}

/** Whether text from a URL is a valid id: the database throws on any other text. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
