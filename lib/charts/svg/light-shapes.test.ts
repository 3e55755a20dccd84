import { expect, test } from "vitest";
import { isStaleGreen } from "@/lib/domain/targets/standing";
import { LIGHTS } from "@/lib/domain/targets/types";
import { LIGHT_SHAPES, lightShape } from "./light-shapes";

test("every light has a distinct shape, and so has every stale green light", () => {
  const tooOld = LIGHTS.filter((light) => isStaleGreen(light, "late"));
  const shapes = [...Object.values(LIGHT_SHAPES), ...tooOld.map((light) => lightShape(light, "late"))];
  expect(new Set(shapes).size).toBe(shapes.length);
  for (const light of LIGHTS) expect(lightShape(light, "current")).toBe(LIGHT_SHAPES[light]);
});
