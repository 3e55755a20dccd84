import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { methodDocument } from "./method-document";

const NUMBER = "[−]?\\d[\\d,]*(?:\\.\\d+)?";
const EQUATION = new RegExp(`(${NUMBER}(?: [+−×÷] ${NUMBER})+) = (${NUMBER})(%)?`, "g");

const numberOf = (text: string) => new Decimal(text.replaceAll(",", "").replace("−", "-"));

const OPERATIONS: Readonly<Record<string, (one: Decimal, other: Decimal) => Decimal>> = {
  "+": (one, other) => one.plus(other),
  "−": (one, other) => one.minus(other),
  "×": (one, other) => one.times(other),
  "÷": (one, other) => one.div(other),
};

/** From left to right; no example mixes + and ×. */
function resultOf(calculation: string): Decimal {
  const [first = "", ...rest] = calculation.split(" ");
  let result = numberOf(first);
  for (let index = 0; index < rest.length; index += 2) {
    const operation = OPERATIONS[rest[index] ?? ""];
    if (operation === undefined) throw new Error(`no operation in ${calculation}`);
    result = operation(result, numberOf(rest[index + 1] ?? ""));
  }
  return result;
}

/** The equations of a text, with their exact results; per cent only of a division. */
function equationsOf(text: string) {
  return [...text.matchAll(EQUATION)].map(([equation, calculation = "", shown = "", percent]) => {
    const exact = resultOf(calculation).times(percent !== undefined && calculation.includes("÷") ? 100 : 1);
    return { equation, shown: numberOf(shown), exact };
  });
}

describe.each(LANGUAGES)("the examples in %s", (lang) => {
  const facts = methodDocument(lang).sections.flatMap(({ examples }) => examples.flatMap((example) => example.facts));
  const equations = facts.flatMap(({ text }) => equationsOf(text));

  it("show calculations", () => {
    expect(equations.length).toBeGreaterThan(35);
  });

  it.each(equations.map((one) => [one.equation, one] as const))("calculate correctly: %s", (_title, one) => {
    expect(one.exact.toDecimalPlaces(one.shown.decimalPlaces(), Decimal.ROUND_HALF_UP)).toEqual(one.shown);
  });

  it("name the gap that they explain, where they calculate one", () => {
    const without = methodDocument(lang).sections.flatMap(({ examples }) =>
      examples.filter(({ facts }) => {
        const [gap, why] = ["gap", "why"].map((key) => facts.find((fact) => fact.key === key)?.text ?? "");
        const [digits] = /[\d,.]*\d/.exec(gap ?? "") ?? [];
        return digits !== undefined && equationsOf(why ?? "").length > 0 && !(why ?? "").includes(digits);
      }),
    );
    expect(without.map(({ key }) => key)).toEqual([]);
  });
});
