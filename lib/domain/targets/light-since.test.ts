import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { behindSince, type StandingSpan } from "./light-since";

const TODAY = isoDate("2023-09-30");

function aSpan(from: string, part: Partial<StandingSpan> = {}): StandingSpan {
  return {
    from: isoDate(from),
    light: "on-track",
    met: false,
    startOn: isoDate("2023-01-01"),
    dueOn: isoDate("2023-12-31"),
    behindFrom: null,
    farBehindFrom: null,
    nextReportOpensOn: isoDate("2023-07-01"),
    hasValue: true,
    ...part,
  };
}

describe("behindSince", () => {
  test("is null for a light that is not behind", () => {
    expect(behindSince([aSpan("2023-02-01")], TODAY)).toBeNull();
    expect(behindSince([], TODAY)).toBeNull();
  });

  test("is the day of the report that turned the light", () => {
    const spans = [aSpan("2023-02-01"), aSpan("2023-05-08", { light: "behind" })];
    expect(behindSince(spans, TODAY)).toBe("2023-05-08");
  });

  test("does not start again when the light gets worse", () => {
    const spans = [
      aSpan("2023-02-01"),
      aSpan("2023-05-08", { light: "behind" }),
      aSpan("2023-06-08", { light: "far-behind" }),
    ];
    expect(behindSince(spans, TODAY)).toBe("2023-05-08");
  });

  test("starts again after a recovery", () => {
    const spans = [
      aSpan("2023-05-08", { light: "behind" }),
      aSpan("2023-06-08"),
      aSpan("2023-07-08", { light: "far-behind" }),
    ];
    expect(behindSince(spans, TODAY)).toBe("2023-07-08");
  });

  test("is the first day of silence that turned the light, or the day after the due date", () => {
    expect(behindSince([aSpan("2023-02-01", { behindFrom: isoDate("2023-08-10") })], TODAY)).toBe("2023-08-10");
    expect(behindSince([aSpan("2023-02-01", { dueOn: isoDate("2023-06-30") })], TODAY)).toBe("2023-07-01");
  });
});
