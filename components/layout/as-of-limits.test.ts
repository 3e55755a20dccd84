import { expect, test } from "vitest";
import { asOfLimit } from "./as-of-limits";

test.each([
  ["/", null],
  ["/targets", null],
  ["/targets/NT-T02", "no-drafts"],
  ["/targets/new", "present"],
  ["/targets/NT-T02/revise", "present"],
  ["/departments/transport", null],
  ["/supervision", null],
  ["/my", "no-drafts"],
  ["/my/entry", "present"],
  ["/bulletins", "no-drafts"],
  ["/bulletins/templates", "present"],
  ["/admin/users", "present"],
  ["/admin/rules", null],
])("%s says %s", (path, limit) => {
  expect(asOfLimit(path)).toBe(limit);
});
