import { expect, test } from "vitest";
import { asOfLimit, onDay } from "./as-of-limits";

test.each([
  ["/", null],
  ["/targets", null],
  ["/targets/NT-T02", "no-drafts"],
  ["/targets/charts", null],
  ["/targets/new", "present"],
  ["/targets/NT-T02/revise", "present"],
  ["/departments/transport", null],
  ["/supervision", null],
  ["/my", "no-drafts"],
  ["/my/entry", "present"],
  ["/bulletins", "no-drafts"],
  ["/bulletins/templates", "present"],
  ["/admin/users", "present"],
  ["/admin/settings", "present"],
  ["/admin/rules", null],
])("%s says %s", (path, limit) => {
  expect(asOfLimit(path)).toBe(limit);
});

test.each([
  ["/", "/?asOf=2023-06-30"],
  ["/targets/NT-T02", "/targets/NT-T02?asOf=2023-06-30"],
  ["/targets?light=behind", "/targets?light=behind&asOf=2023-06-30"],
  ["/sources/page#quote-rank", "/sources/page?asOf=2023-06-30#quote-rank"],
  ["/targets/NT-T02/chart.png?lang=en", "/targets/NT-T02/chart.png?lang=en&asOf=2023-06-30"],
  ["/targets/NT-T02/report", "/targets/NT-T02/report"],
  ["/admin/users", "/admin/users"],
  ["https://elsewhere.invalid/", "https://elsewhere.invalid/"],
])("%s leads to %s from an earlier day", (href, expected) => {
  expect(onDay(href, "2023-06-30")).toBe(expected);
});
