import { expect, test } from "vitest";
import { filledIn, templateFor } from "./template";

const PARENTS = new Map([
  ["city", null],
  ["transport", "city"],
  ["roads", "transport"],
  ["bridges", "roads"],
  ["ports", "transport"],
  ["commerce", "city"],
]);
const FOR_ALL = { key: "monthly", office: null };
const TEMPLATES = [
  FOR_ALL,
  { key: "spare", office: null },
  { key: "transport", office: "transport" },
  { key: "roads", office: "roads" },
];

test.each([
  ["its own", ["roads"], "roads"],
  ["that of the office above", ["ports"], "transport"],
  ["that of the nearest office above", ["bridges"], "roads"],
  ["that of the office all stand under", ["ports", "bridges"], "transport"],
  ["that of one of them when the others stand under it", ["bridges", "roads"], "roads"],
  ["the first for all where offices share none", ["ports", "commerce"], "monthly"],
  ["the first for all where the office has none", ["commerce"], "monthly"],
  ["the first for all for all departments", [], "monthly"],
])("%s", (_what, departments, key) => {
  expect(templateFor(departments, PARENTS, TEMPLATES)).toBe(key);
});

test("uses the nearest common office of all departments", () => {
  const city = { key: "city", office: "city" };
  expect(templateFor(["ports", "commerce"], PARENTS, [FOR_ALL, city])).toBe("city");
  expect(templateFor(["ports"], PARENTS, [])).toBeNull();
});

test("preserves an unknown placeholder in a pattern", () => {
  expect(filledIn("{year}年第{number}期{month}", { year: 2023, number: 7 })).toBe("2023年第7期{month}");
});
