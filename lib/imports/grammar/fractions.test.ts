import { describe, expect, test } from "vitest";
import { findQuantities } from "./quantities";

/** "numText growthPct comparator" of each quantity. */
function read(text: string): string[] {
  return findQuantities(text).map(({ numText, growthPct, comparator }) => `${numText} ${growthPct} ${comparator}`);
}

describe("changes without a per cent sign", () => {
  test.each([
    ["Road deaths will be halved by 2030.", ["halved -50 equal"]],
    ["Double the number of apprentices by 2028.", ["Double 100 equal"]],
    ["Exports have trebled since 2020.", ["trebled 200 equal"]],
    ["We will cut energy use by a third by 2030.", ["a third -33.3 equal"]],
    ["Cut leakage by at least a quarter.", ["a quarter -25 at-least"]],
    ["Output grew by about two thirds.", ["two thirds 66.7 about"]],
    ["Food waste is to fall by half.", ["half -50 equal"]],
    ["交通事故死亡人数减半", ["减半 -50 equal"]],
    ["单位能耗下降三分之一以上", ["三分之一 -33.3 at-least"]],
  ])("%s", (text, quantities) => {
    expect(read(text)).toEqual(quantities);
  });

  test.each([
    "Double glazing is a standard.",
    "We will double-check every report.",
    "They expect double-digit growth.",
    "The first half was dry.",
    "A third of the land is forest.",
    "三分之一的土地是森林",
  ])("none in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("doubling to a figure is that figure", () => {
    expect(read("The number of homes will double to 12,000 homes.")).toEqual(["12,000 null equal"]);
  });
});
