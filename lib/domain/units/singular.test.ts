import { expect, it } from "vitest";
import { toSingular } from "./singular";

it.each([
  ["schools", "school"],
  ["cities", "city"],
  ["boxes", "box"],
  ["classes", "class"],
  ["churches", "church"],
  ["houses", "house"],
  ["buses", "bus"],
  ["people", "person"],
  ["working days", "working day"],
  ["times", "times"],
  ["species", "species"],
  ["staff", "staff"],
  ["kgce", "kgce"],
  ["TEU", "TEU"],
  ["m²", "m²"],
  ["gas", "gas"],
  ["visits/households", "visits/households"],
  ["", ""],
])("1 of %s is 1 %s", (unit, singular) => {
  expect(toSingular(unit)).toBe(singular);
});
