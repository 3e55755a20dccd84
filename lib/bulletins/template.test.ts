import { describe, expect, it, test } from "vitest";
import { filledIn, moveInOrder, orderedSections, SECTION_KEYS, templateFor } from "./template";

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

describe("the order of sections", () => {
  it("moves a section by one place and stops at the ends", () => {
    const order = ["summary", "behind", "annex"] as const;
    expect(moveInOrder(order, "behind", "up")).toEqual(["behind", "summary", "annex"]);
    expect(moveInOrder(order, "behind", "down")).toEqual(["summary", "annex", "behind"]);
    expect(moveInOrder(order, "summary", "up")).toEqual(order);
    expect(moveInOrder(order, "annex", "down")).toEqual(order);
    expect(moveInOrder(order, "due", "up")).toEqual(order);
  });

  it("lists those of the template first, then the others, each once", () => {
    const listed = orderedSections({ sections: ["due", "own-2"] });
    expect(listed.slice(0, 2)).toEqual(["due", "own-2"]);
    expect([...listed].sort()).toEqual([...SECTION_KEYS].sort());
  });
});
