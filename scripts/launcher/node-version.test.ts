import { expect, it } from "vitest";
import { nodeVersionProblem } from "./node-version.mjs";

it("takes Node 20.19 and newer", () => {
  expect(["20.19.0", "20.20.2", "22.0.0", "24.1.0"].map(nodeVersionProblem)).toEqual(Array(4).fill(undefined));
});

it("says in one line what an older one needs", () => {
  expect(nodeVersionProblem("20.18.3")).toBe(
    "Node 20.18.3 is too old; install Node 20.19 or newer (https://nodejs.org)",
  );
  expect(nodeVersionProblem("18.19.0")).toContain("too old");
});
