import { expect, it } from "vitest";
import { filterAddress } from "./filter-address";

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

it("repeats a parameter for each of its values, in the order of the form", () => {
  const form = formOf([
    ["q", " 投资 "],
    ["department", "transport"],
    ["department", "commerce"],
    ["light", "missed"],
    ["asOf", "2023-06-30"],
  ]);
  const query = "q=%E6%8A%95%E8%B5%84&department=transport&department=commerce&light=missed&asOf=2023-06-30";
  expect(filterAddress(form, "/targets")).toBe(`/targets?${query}`);
});

it("leaves out empty and standard values", () => {
  const form = formOf([
    ["q", ""],
    ["sort", "urgency"],
    ["order", "asc"],
  ]);
  expect(filterAddress(form, "/targets")).toBe("/targets");
  expect(filterAddress(formOf([["order", "desc"]]), "/targets")).toBe("/targets?order=desc");
});
