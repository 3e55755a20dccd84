import { expect, test } from "vitest";
import { filterOptions } from "@/components/ui/filter-options";

const OPTIONS = ["Transport Bureau", "Bureau of Statistics", "市交通运输局", "Water Bureau"].map((label) => ({
  value: label,
  label,
}));
const labels = (query: string) => filterOptions(OPTIONS, query).map(({ label }) => label);

test.each([
  ["", OPTIONS.map(({ label }) => label)],
  ["bureau", ["Bureau of Statistics", "Transport Bureau", "Water Bureau"]],
  ["bureau water", ["Water Bureau"]],
  ["交通", ["市交通运输局"]],
  ["ＷＡＴＥＲ", ["Water Bureau"]],
  ["none", []],
])("filters options by every word, prefix matches first: %j", (query, expected) => {
  expect(labels(query)).toEqual(expected);
});
