// The reports behind one number of the office's desk, from its address: a month or a day, of one department or all.
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import type { Slice } from "@/lib/schemas/desk-view";
import type { PageParams } from "@/lib/schemas/query-input";

const A_PAGE = 50;

export interface DueReportsView extends Slice {
  /** A slug; null for all departments. */
  readonly department: string | null;
  /** `2023-08`; of the day, if there is one. */
  readonly month: string;
  /** Null for the whole month. */
  readonly day: IsoDate | null;
  /** Starts at 1. */
  readonly page: number;
}

/** Null where the address has neither a month nor a day; invalid values are ignored. */
export function parseDueReportsView(params: PageParams): DueReportsView | null {
  const text = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const day = parseIsoDate(text("day"));
  const month = day ?? parseIsoDate(`${text("month")}-01`);
  if (month === null) return null;
  const asked = Number(text("page") || 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked < 1_000_000 ? asked : 1;
  const department = /^[a-z0-9-]{1,100}$/.test(text("department")) ? text("department") : null;
  return { department, month: month.slice(0, 7), day, page, skip: (page - 1) * A_PAGE, take: A_PAGE };
}

/** The address of a view of the desk at `/supervision`. */
export function dueReportsAddress({
  department,
  month,
  day,
  page,
}: Partial<Pick<DueReportsView, "department" | "month" | "day" | "page">>): string {
  const query = new URLSearchParams();
  if (department) query.set("department", department);
  if (day) query.set("day", day);
  else if (month) query.set("month", month);
  if (page !== undefined && page > 1) query.set("page", String(page));
  return `/supervision?${query}`;
}

export function countDueReportPages(total: number): number {
  return Math.max(1, Math.ceil(total / A_PAGE));
}
