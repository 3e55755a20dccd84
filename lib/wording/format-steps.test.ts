import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { formatSteps } from "./format-steps";

const steps = ["a", "b", "c"].map((key) => ({
  key,
  title: key,
  titleEn: key,
  weight: 1,
  plannedOn: isoDate("2023-06-30"),
}));
const withDone = (done: number | null) => ({
  terms: { kind: "milestone" as const, steps },
  standing: { latest: done === null ? null : { value: new Decimal(done) } },
});

test("counts the completed steps of all steps", () => {
  expect(formatSteps(withDone(2), "en")).toBe("2 of 3 steps");
  expect(formatSteps(withDone(0), "en")).toBe("0 of 3 steps");
  expect(formatSteps(withDone(2), "zh-CN")).toBe("3个节点已完成2个");
});

test("is null without a report, without steps and for other kinds", () => {
  expect(formatSteps(withDone(null), "en")).toBeNull();
  expect(formatSteps({ ...withDone(2), terms: { kind: "milestone", steps: [] } }, "en")).toBeNull();
  expect(formatSteps({ ...withDone(2), terms: { kind: "cumulative", steps } }, "en")).toBeNull();
});
