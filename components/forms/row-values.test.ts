import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorsWithoutRow, filledRows, withoutRow } from "./row-values";

const START = { "parts.0.value": [""], "parts.0.weight": ["1"], "parts.1.value": [""], "parts.1.weight": ["1"] };

describe("filledRows", () => {
  it("counts up to the last row with a typed value; defaults and blanks are not typed", () => {
    expect(filledRows("parts", START, START)).toBe(0);
    expect(filledRows("parts", { ...START, "parts.1.weight": [""] }, START)).toBe(0);
    expect(filledRows("parts", { ...START, "parts.1.weight": ["2"] }, START)).toBe(2);
    expect(filledRows("supporting", { "supporting.3": ["transport"], "supporting.note": ["x"] }, {})).toBe(4);
  });
});

describe("withoutRow", () => {
  it("moves later rows up and leaves earlier rows and other fields alone", () => {
    const now = { method: ["sum"], "parts.0.value": ["1"], "parts.1.value": ["2"], "parts.2.value": ["3"] };
    expect(withoutRow("parts", 1, now)).toEqual({ "parts.1.value": ["3"], "parts.2.value": [""] });
  });

  it("removes exactly one value from a column", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 9 }), fc.nat(), (column, any) => {
        const removed = any % column.length;
        const now = Object.fromEntries(column.map((value, row) => [`rows.${row}`, [value]]));
        const after = { ...now, ...withoutRow("rows", removed, now) };
        expect(Object.values(after).flat()).toEqual([...column.toSpliced(removed, 1), ""]);
      }),
    );
  });
});

describe("errorsWithoutRow", () => {
  it("moves the errors of later rows with their row, and drops those of the removed one", () => {
    const errors = { title: "blank", "steps.0.title": "blank", "steps.1.weight": "number", "steps.3.plannedOn": "day" };
    expect(errorsWithoutRow("steps", 1, errors)).toEqual({
      title: "blank",
      "steps.0.title": "blank",
      "steps.2.plannedOn": "day",
    });
    expect(errorsWithoutRow("supporting", 0, { "supporting.1": "twice", ...errors })).toEqual({
      "supporting.0": "twice",
      ...errors,
    });
  });
});
