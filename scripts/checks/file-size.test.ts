import { expect, it } from "vitest";
import { countLines, isProductCode, listSizeFaults } from "./file-size.mjs";

it("counts lines with and without a line break at the end", () => {
  expect(["", "a", "a\n", "a\nb", "a\n\n"].map(countLines)).toEqual([0, 1, 1, 2, 2]);
});

it.each(["lib/domain/targets/goal.ts", "components/ui/button.tsx", "scripts/check.mjs"])("checks %s", (file) => {
  expect(isProductCode(file)).toBe(true);
});

it.each(["lib/domain/targets/goal.test.ts", "e2e/target.spec.ts", "testing/targets.ts", "messages/en.json"])(
  "leaves %s out",
  (file) => {
    expect(isProductCode(file)).toBe(false);
  },
);

it("finds no file of product code over the limit", () => {
  expect(listSizeFaults()).toEqual([]);
});
