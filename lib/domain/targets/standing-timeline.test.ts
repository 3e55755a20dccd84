import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { DEFAULT_RULES, STRICT_RULES } from "@/lib/domain/targets/rule-sets";
import type { Approval, TargetHistory } from "@/lib/domain/targets/standing";
import { standingAt, standingTimeline } from "@/lib/domain/targets/standing-timeline";
import { aReading, aTarget } from "@/testing/target-builders";

const approval = (
  updateId: string,
  asOf: string,
  value: number,
  approvedAt: string,
  supersededAt: string | null = null,
) => ({ updateId, reading: aReading(asOf, value), illustrative: false, approvedAt, supersededAt }) satisfies Approval;

describe("standingTimeline", () => {
  const history: TargetHistory = {
    imported: NO_IMPORTED_DAYS,
    rules: [{ rules: DEFAULT_RULES, knownFrom: "1970-01-01T00:00:00Z" }],
    owners: [{ owner: "transport", knownFrom: "2023-01-05T00:00:00Z" }],
    terms: [
      { terms: aTarget(), knownFrom: "2023-01-05T00:00:00Z", adjusted: false },
      { terms: aTarget({ value: new Decimal(200) }), knownFrom: "2023-05-01T00:00:00Z", adjusted: true },
    ],
    approvals: [
      approval("a", "2023-03-31", 25, "2023-04-04T08:00:00Z", "2023-04-20T08:00:00Z"),
      approval("b", "2023-02-28", 99, "2023-04-06T08:00:00Z"),
      approval("c", "2023-03-31", 15, "2023-04-20T16:00:00+08:00"),
    ],
  };

  it("starts a new span for a correction and a revision, not for a report on an older month", () => {
    const rows = standingTimeline(history).map((s) => [s.knownFrom, s.knownTo, s.updateId, s.gapPoints, s.light]);
    expect(rows).toEqual([
      ["2023-01-05T00:00:00Z", "2023-04-04T08:00:00Z", null, null, "no-report"],
      ["2023-04-04T08:00:00Z", "2023-04-20T08:00:00Z", "a", 0, "on-track"],
      ["2023-04-20T08:00:00Z", "2023-05-01T00:00:00Z", "c", -10, "behind"],
      ["2023-05-01T00:00:00Z", null, "c", -17.5, "far-behind"],
    ]);
  });

  it("carries the next report and the reason", () => {
    const [first, second] = standingTimeline(history);
    expect(first).toMatchObject({
      reason: "no-report",
      nextReportOpensOn: "2023-02-01",
      nextReportDueOn: "2023-02-07",
    });
    expect(second).toMatchObject({
      reason: null,
      nextReportOpensOn: "2023-05-01",
      asOf: isoDate("2023-03-31"),
      met: false,
    });
  });

  it("an earlier day has the rules and the owner of that day", () => {
    const rows = standingTimeline({
      ...history,
      terms: history.terms.slice(0, 1),
      approvals: [approval("a", "2023-03-31", 22, "2023-04-04T08:00:00Z")],
      rules: [...history.rules, { rules: STRICT_RULES, knownFrom: "2023-04-10T00:00:00Z" }],
      owners: [...history.owners, { owner: "commerce", knownFrom: "2023-04-12T00:00:00Z" }],
    }).map((s) => [s.knownFrom, s.light, s.owner]);
    expect(rows).toEqual([
      ["2023-01-05T00:00:00Z", "no-report", "transport"],
      ["2023-04-04T08:00:00Z", "on-track", "transport"],
      ["2023-04-10T00:00:00Z", "behind", "transport"],
      ["2023-04-12T00:00:00Z", "behind", "commerce"],
    ]);
  });

  it("is empty without terms", () => {
    expect(standingTimeline({ ...history, terms: [] })).toEqual([]);
  });

  const instant = fc.integer({ min: 0, max: 40 }).map((hour) => new Date(Date.UTC(2023, 3, 1, hour)).toISOString());
  const anyHistory = fc.record({
    imported: fc.constant(NO_IMPORTED_DAYS),
    rules: fc.array(fc.record({ knownFrom: instant, rules: fc.constantFrom(DEFAULT_RULES, STRICT_RULES) }), {
      maxLength: 3,
    }),
    owners: fc.array(fc.record({ knownFrom: instant, owner: fc.constantFrom("transport", "commerce") }), {
      maxLength: 3,
    }),
    terms: fc.array(
      fc.record({
        knownFrom: instant,
        adjusted: fc.constant(false),
        terms: fc.integer({ min: 1, max: 4 }).map((v) => aTarget({ value: new Decimal(v) })),
      }),
      { maxLength: 4 },
    ),
    approvals: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 4 }), instant, fc.option(instant)), {
        maxLength: 8,
      })
      .map((list) => list.map(([d, v, at, gone], i) => approval(`u${i}`, `2023-03-0${d}`, v, at, gone))),
  });

  it("covers time without gaps and equals the snapshot at every instant", () => {
    fc.assert(
      fc.property(anyHistory, instant, (run, at) => {
        const spans = standingTimeline(run);
        for (const [index, span] of spans.entries()) {
          expect(span.knownTo).toBe(spans[index + 1]?.knownFrom ?? null);
          if (span.knownTo !== null) expect(span.knownFrom < span.knownTo).toBe(true);
        }
        const held = spans.filter((span) => span.knownFrom <= at && (span.knownTo === null || at < span.knownTo));
        const snapshot = standingAt(run, at);
        expect(held).toHaveLength(snapshot === null ? 0 : 1);
        if (snapshot !== null) expect(held[0]).toMatchObject(snapshot);
      }),
      { numRuns: 300 },
    );
  });
});
