import { expect, it } from "vitest";
import { formatInstant } from "./format-instant";

it("formats an instant on the city's clock, in English with the day first", () => {
  expect(formatInstant("2023-09-30T11:01:00Z", "en")).toBe("30 Sep 2023, 19:01");
  expect(formatInstant("2023-12-31T20:05:00Z", "en")).toBe("1 Jan 2024, 04:05");
  expect(formatInstant("2023-09-30T11:01:00Z", "zh-CN")).toBe("2023年9月30日 19:01");
});
