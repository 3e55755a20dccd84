import { expect, it } from "vitest";
import { scriptVariants } from "./scripts";

it.each([
  ["交通運輸", ["交通運輸", "交通运输"]],
  ["交通运输", ["交通运输", "交通運輸"]],
  ["投资", ["投资", "投資"]],
  ["大", ["大"]],
  ["road", ["road"]],
])("converts %s", (word, variants) => {
  expect(scriptVariants(word)).toEqual(variants);
});
