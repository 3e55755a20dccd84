import { expect, test } from "vitest";
import { reportStateOf } from "./report-state";
import { FRESHNESSES, LIGHTS } from "./types";

test.each([
  ["unset", "not-expected", false, "not-needed"],
  ["not-started", "not-expected", false, "not-needed"],
  ["unset", "late", true, "reported"],
  ["unset", "never", false, "none"],
  ["no-report", "not-expected", false, "none"],
  ["no-report", "due", false, "none"],
  ["missed", "never", false, "none"],
  ["on-track", "current", true, "reported"],
] as const)("%s, %s, a value: %s → %s", (light, freshness, hasValue, state) => {
  expect(reportStateOf({ light, freshness, hasValue })).toBe(state);
});

test("a target that owes a report always has or has not reported", () => {
  for (const light of LIGHTS) {
    for (const freshness of FRESHNESSES.filter((one) => one !== "not-expected")) {
      expect(reportStateOf({ light, freshness, hasValue: false })).toBe("none");
    }
  }
});
