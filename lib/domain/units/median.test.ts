import { expect, test } from "vitest";
import { medianOf } from "./median";

test.each([
  [[], null],
  [[0.4], 0.4],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[-1, 0], -0.5],
])("the median of %j is %s", (values, expected) => {
  expect(medianOf(values)).toBe(expected);
});
