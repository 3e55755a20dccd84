import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateTyping } from "./typing-time";

describe("estimateTyping", () => {
  it("gives 37 minutes by hand and 19 by workbook for 300 targets of 14 departments", () => {
    const time = estimateTyping({ reports: 300, departments: 14, digits: 5 });
    expect([time.perReport, time.perRow, time.perWorkbook].map((one) => one.toFixed(2))).toEqual([
      "7.45",
      "3.03",
      "15.15",
    ]);
    expect([time.byHand.toFixed(1), time.bySheet.toFixed(1)]).toEqual(["37.3", "18.7"]);
  });

  it("takes no time without reports", () => {
    expect(estimateTyping({ reports: 0, departments: 0, digits: 5 })).toMatchObject({ byHand: 0, bySheet: 0 });
  });

  it("is longer by workbook where a department has a single report", () => {
    const { byHand, bySheet } = estimateTyping({ reports: 3, departments: 3, digits: 5 });
    expect(bySheet).toBeGreaterThan(byHand);
  });

  it("grows with reports, departments and digits", () => {
    const load = fc.record({
      reports: fc.nat(9999),
      departments: fc.nat(500),
      digits: fc.integer({ min: 1, max: 16 }),
    });
    fc.assert(
      fc.property(load, (one) => {
        const [less, more] = [estimateTyping(one), estimateTyping({ ...one, reports: one.reports + 1 })];
        expect(more.byHand).toBeGreaterThan(less.byHand);
        expect(more.bySheet).toBeGreaterThan(less.bySheet);
        expect(estimateTyping({ ...one, departments: one.departments + 1 }).byHand).toBe(less.byHand);
      }),
    );
  });
});
