// Which rows of the wall's lists appear on which page: the fewest pages, evenly filled; short lists share a page.

/** As many rows as are readable from five metres below one heading. */
const ROWS_A_PAGE = 7;
/** The space of another heading on the same page, in rows. */
const HEADING = 1;
const LARGEST = 1.5;

export interface WallList<T> {
  readonly rows: readonly T[];
}

/** A page of one list, or several short lists below each other. */
export interface ListPage<L extends WallList<unknown>> {
  readonly parts: readonly { readonly list: L; readonly rows: L["rows"] }[];
  /** The position of the page among those of its list, from 0, and their number. */
  readonly index: number;
  readonly count: number;
}

/** The fewest pages of at most `most` entries; their sizes differ by one at most: 9 on pages of 7 are 5 and 4. */
export function balancedPages<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most);
  const start = (page: number) => Math.ceil((page * items.length) / count);
  return Array.from({ length: count }, (_, page) => items.slice(start(page), start(page + 1)));
}

function rowsNeeded(lists: readonly WallList<unknown>[]): number {
  return lists.reduce((sum, { rows }) => sum + rows.length, 0) + HEADING * Math.max(0, lists.length - 1);
}

/** The pages of the lists in order. Empty lists have no page; consecutive lists share one where all their rows fit. */
export function listPages<L extends WallList<unknown>>(lists: readonly L[], most = ROWS_A_PAGE): ListPage<L>[] {
  const groups: L[][] = [];
  for (const list of lists.filter(({ rows }) => rows.length > 0)) {
    const group = groups.at(-1);
    if (group !== undefined && rowsNeeded([...group, list]) <= most) group.push(list);
    else groups.push([list]);
  }
  return groups.flatMap((group) => {
    const [list] = group;
    if (list === undefined || group.length > 1) {
      return [{ parts: group.map((one) => ({ list: one, rows: one.rows })), index: 0, count: 1 }];
    }
    const pages = balancedPages(list.rows, most);
    return pages.map((rows, index) => ({ parts: [{ list, rows }], index, count: pages.length }));
  });
}

/** How much larger than at a full page the text of a page may be, 1–1.5, so that few rows fill it too. */
export function textScale({ parts }: Pick<ListPage<WallList<unknown>>, "parts">): number {
  return Math.min(LARGEST, Math.max(1, ROWS_A_PAGE / rowsNeeded(parts)));
}
