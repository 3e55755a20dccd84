import { expect, it } from "vitest";
import packageJson from "../../package.json";
import { nodeVersionProblem } from "./node-version.mjs";

const MESSAGE = "install Node 20.19 or later, 22.12 or later, or 24 or later (https://nodejs.org)";

it("accepts Node 20.19 and later, 22.12 and later, and 24 and later", () => {
  const versions = ["20.19.0", "20.20.2", "22.12.0", "22.23.3", "24.0.0", "26.10.0"];
  expect(versions.map(nodeVersionProblem)).toEqual(Array(6).fill(undefined));
});

it.each(["18.20.8", "20.18.3", "21.7.3", "22.11.0", "23.11.1"])("rejects Node %s with one line", (version) => {
  expect(nodeVersionProblem(version)).toBe(`Node ${version} is not supported; ${MESSAGE}`);
});

it("agrees with the engines of package.json", () => {
  expect(packageJson.engines.node).toBe("^20.19.0 || ^22.12.0 || >=24.0.0");
});
