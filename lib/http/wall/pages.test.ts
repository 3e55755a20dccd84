import fc from "fast-check";
import { expect, test } from "vitest";
import { balancedPages, listPages, textScale } from "./pages";

const rows = (count: number) => Array.from({ length: count }, (_, index) => index);
const sizes = (pages: readonly (readonly unknown[])[]) => pages.map((page) => page.length);
const list = (name: string, count: number) => ({ name, rows: rows(count) });
const laidOut = (...lists: ReturnType<typeof list>[]) =>
  listPages(lists, 7).map(({ parts }) => parts.map((part) => `${part.list.name}${part.rows.length}`).join("+"));

test.each([
  [0, []],
  [1, [1]],
  [7, [7]],
  [8, [4, 4]],
  [9, [5, 4]],
  [15, [5, 5, 5]],
  [27, [7, 7, 7, 6]],
])("%i rows on pages of seven", (count, expected) => {
  expect(sizes(balancedPages(rows(count), 7))).toEqual(expected);
});

test("pages keep every row in order, are as few as possible, and differ by one row at most", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 20 }), (count, most) => {
      const pages = balancedPages(rows(count), most);
      expect(pages.flat()).toEqual(rows(count));
      expect(pages.length).toBe(Math.ceil(count / most));
      const found = sizes(pages);
      expect(Math.max(0, ...found) - Math.min(most, ...found)).toBeLessThanOrEqual(count === 0 ? 0 : 1);
    }),
  );
});

test("short lists share a page, long lists have their own, and empty lists have none", () => {
  expect(laidOut(list("a", 2), list("b", 4))).toEqual(["a2+b4"]);
  expect(laidOut(list("a", 4), list("b", 4))).toEqual(["a4", "b4"]);
  expect(laidOut(list("a", 1), list("b", 1), list("c", 2))).toEqual(["a1+b1+c2"]);
  expect(laidOut(list("a", 9), list("b", 0), list("c", 3), list("d", 3))).toEqual(["a5", "a4", "c3+d3"]);
});

test("text grows where a page has few rows, and is never smaller than on a full page", () => {
  const scaleOf = (count: number) => textScale({ parts: [{ list: list("a", count), rows: rows(count) }] });
  expect([1, 4, 5, 7, 9].map(scaleOf)).toEqual([1.5, 1.5, 1.4, 1, 1]);
});
