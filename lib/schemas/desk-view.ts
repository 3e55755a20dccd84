// Which part of a desk's lists a page shows: the first entries of each, or one list page by page.
import type { PageParams } from "@/lib/schemas/query-input";

export interface DeskView<L extends string> {
  /** Null for the first entries of every list. */
  readonly list: L | null;
  /** Starts at 1. */
  readonly page: number;
}

export interface Slice {
  readonly skip: number;
  readonly take: number;
}

/** The number of entries of each list on a desk. */
const FIRST = 30;
const A_PAGE = 50;

export const FIRST_ENTRIES: Slice = { skip: 0, take: FIRST };
export const EVERY_LIST = { list: null, page: 1 } as const;

export function toSlice<L extends string>({ list, page }: DeskView<L>, wanted: L): Slice {
  if (list === null) return FIRST_ENTRIES;
  return list === wanted ? { skip: (page - 1) * A_PAGE, take: A_PAGE } : { skip: 0, take: 0 };
}

export function countPages(total: number): number {
  return Math.max(1, Math.ceil(total / A_PAGE));
}

/** From the query parameters `list` and `page`; invalid values are ignored. */
export function parseDeskView<L extends string>(params: PageParams, lists: readonly L[]): DeskView<L> {
  const list = lists.find((one) => one === params.list) ?? null;
  const page = Number(params.page ?? 1);
  return { list, page: list !== null && Number.isInteger(page) && page >= 1 && page < 1_000_000 ? page : 1 };
}
