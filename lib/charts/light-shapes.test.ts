import { expect, test } from "vitest";
import { LATE_SHAPES, LIGHT_SHAPES } from "@/lib/charts/light-shapes";
import { isGreenTooOld } from "@/lib/domain/targets/standing";
import { LIGHTS } from "@/lib/domain/targets/types";

test("every light has a shape of its own, and so has every green that is too old", () => {
  const shapes = [...Object.values(LIGHT_SHAPES), ...Object.values(LATE_SHAPES)];
  expect(new Set(shapes).size).toBe(shapes.length);
  expect(Object.keys(LATE_SHAPES).sort()).toEqual(LIGHTS.filter((light) => isGreenTooOld(light, "late")).sort());
});
