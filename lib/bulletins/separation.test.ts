import { expect, it } from "vitest";
import { separationProblems } from "./separation";

it.each([
  ["check", null, "clerk", ["own-draft"]],
  ["check", null, "chief", []],
  ["sign", null, "clerk", ["own-draft", "not-checked"]],
  ["sign", null, "chief", ["not-checked"]],
  ["sign", "chief", "chief", ["own-check"]],
  ["sign", "chief", "clerk", ["own-draft"]],
  ["sign", "chief", "director", []],
] as const)("of %s, checked by %s, by %s: %j", (step, checkerId, userId, problems) => {
  expect(separationProblems({ authorId: "clerk", checkerId }, step, userId)).toEqual(problems);
});
