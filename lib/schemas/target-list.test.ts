import { expect, it } from "vitest";
import { filtersToQuery, listConditions, NO_FILTERS, parseTargetFilters, withoutConditions } from "./target-list";

const at = (query: string) => parseTargetFilters(new URLSearchParams(query)).filters;

it("names each filter once, with the URL of the list without it", () => {
  const filters = at("q=投资&light=behind,far-behind&department=transport&sort=gap&cursor=x&limit=20");
  expect(
    listConditions(filters).map(({ field, value, without }) => [field, value, filtersToQuery(without).toString()]),
  ).toEqual([
    ["q", "投资", "department=transport&light=behind&light=far-behind&sort=gap&limit=20"],
    ["department", "transport", "q=%E6%8A%95%E8%B5%84&light=behind&light=far-behind&sort=gap&limit=20"],
    ["light", "behind", "q=%E6%8A%95%E8%B5%84&department=transport&light=far-behind&sort=gap&limit=20"],
    ["light", "far-behind", "q=%E6%8A%95%E8%B5%84&department=transport&light=behind&sort=gap&limit=20"],
  ]);
});

it("accepts repeated or comma-separated lists, and ignores and names invalid filters", () => {
  const { filters, ignored } = parseTargetFilters(
    new URLSearchParams("light=behind,missed&light=ahead&year=&kind=size&sort=gap&sort=due&other=1"),
  );
  expect(filters).toEqual({ ...NO_FILTERS, light: ["behind", "missed", "ahead"] });
  expect(ignored).toEqual(["kind", "sort"]);
});

it("does not count sort order and page as filters, and preserves the order when all are cleared", () => {
  expect(listConditions(at("sort=gap&order=desc&cursor=x"))).toEqual([]);
  expect(filtersToQuery(withoutConditions(at("year=2023&sort=gap&order=desc&cursor=x"))).toString()).toBe(
    "sort=gap&order=desc",
  );
});
