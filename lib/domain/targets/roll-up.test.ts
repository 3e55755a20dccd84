import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { assessTarget } from "@/lib/domain/targets/assess";
import { type Part, type PartHistory, rolledUpApprovals, rollUp, rollUpMethods } from "@/lib/domain/targets/roll-up";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import type { TermsVersion } from "@/lib/domain/targets/standing";
import { METRIC_KINDS, type Reading, type TargetTerms } from "@/lib/domain/targets/types";
import { aReading, aTarget } from "@/testing/target-builders";

const MARCH = reportingPeriodsOf(aTarget())[2] ?? expect.fail();

function aPart(code: string, readings: Reading[], change: Partial<TargetTerms> = {}, weight = 1): Part {
  const known = readings.map((reading) => ({ ...reading, illustrative: false }));
  return { code, weight, terms: aTarget(change), readings: known };
}
const ratio = (asOf: string, n: number, d: number) =>
  aReading(asOf, null, { numerator: new Decimal(n), denominator: new Decimal(d) });

const RANK = { kind: "rank", comparator: "within-rank", direction: "decrease" } as const;
const THIRD = aTarget({ ...RANK, comparator: "first-third", value: null });
const placed = (code: string, place: number, peers: number | null) =>
  aPart(code, [aReading("2023-03-31", place, { peers })], RANK);

describe("a rank rolled up from places", () => {
  test("takes the worst place with the number of peers it was reported with", () => {
    const parts = [placed("a", 1, 11), placed("b", 4, 13), placed("c", 3, 5)];
    const { reading } = rollUp(aTarget({ ...RANK, value: new Decimal(5) }), "worst-of", parts, MARCH);
    expect([reading?.value?.toFixed(), reading?.peers]).toEqual(["4", 13]);
  });

  test("within the first third, takes the place that is furthest outside the first third of its peers", () => {
    // 5th of 6 is three places short of the 2nd; 6th of 20 is within the first seven.
    const { reading } = rollUp(THIRD, "worst-of", [placed("a", 5, 6), placed("b", 6, 20)], MARCH);
    expect([reading?.value?.toFixed(), reading?.peers]).toEqual(["5", 6]);
    expect(assessTarget(THIRD, reading === null ? [] : [reading], DEFAULT_RULES).light).toBe("far-behind");
  });

  test("within the first third, a place without its number of peers is named and gives no light", () => {
    const rolled = rollUp(THIRD, "worst-of", [placed("a", 1, 9), placed("b", 2, null)], MARCH);
    expect(rolled).toMatchObject({ reading: null, withoutPeers: ["b"], missing: [] });
    const figure = rollUp(aTarget({ ...RANK, value: new Decimal(5) }), "worst-of", [placed("b", 2, null)], MARCH);
    expect(figure).toMatchObject({ reading: { peers: null }, withoutPeers: [] });
  });

  test("meets a share of the peers if and only if every part does", () => {
    const place = fc
      .integer({ min: 1, max: 30 })
      .chain((peers) => fc.tuple(fc.integer({ min: 1, max: peers }), fc.constant(peers)));
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("first-third" as const, "first-half" as const),
        (places, comparator) => {
          const terms = { ...THIRD, comparator };
          const parts = places.map(([value, peers], index) => placed(String(index), value, peers));
          const whole = rollUp(terms, "worst-of", parts, MARCH).reading;
          const divisor = comparator === "first-third" ? 3 : 2;
          const every = places.every(([value, peers]) => value <= Math.ceil(peers / divisor));
          const met = assessTarget(terms, whole === null ? [] : [whole], DEFAULT_RULES).met;
          expect(met).toEqual({ known: true, value: every });
        },
      ),
    );
  });
});

describe("rollUp", () => {
  test("sums the reports of all parts", () => {
    const parts = [aPart("a", [aReading("2023-03-31", 10)]), aPart("b", [aReading("2023-03-20", 5.5)])];
    const { reading, ...counts } = rollUp(aTarget(), "sum", parts, MARCH);
    expect([reading?.value?.toFixed(), reading?.asOf]).toEqual(["15.5", "2023-03-31"]);
    expect(counts).toEqual({
      illustrative: false,
      reported: 2,
      expected: 2,
      missing: [],
      percentageOnly: [],
      withoutPeers: [],
    });
  });

  test("names missing parts and never counts them as zero", () => {
    const parts = [aPart("a", [aReading("2023-03-31", 10)]), aPart("b", [aReading("2023-02-28", 5)]), aPart("c", [])];
    expect(rollUp(aTarget(), "sum", parts, MARCH)).toEqual({
      reading: null,
      illustrative: false,
      reported: 1,
      expected: 3,
      missing: ["b", "c"],
      percentageOnly: [],
      withoutPeers: [],
    });
  });

  test("skips parts that start later, drafts and withdrawn parts, and includes parts that have ended", () => {
    const parts = [
      aPart("ended", [aReading("2023-02-28", 7)], { dueOn: isoDate("2023-02-28") }),
      aPart("now", [aReading("2023-03-31", 3)]),
      aPart("later", [], { startOn: isoDate("2023-04-01") }),
      aPart("draft", [], { state: "draft" }),
      aPart("gone", [], { state: "withdrawn" }),
    ];
    expect(rollUp(aTarget(), "sum", parts, MARCH)).toMatchObject({ reported: 2, expected: 2, missing: [] });
    expect(rollUp(aTarget(), "sum", parts, MARCH).reading?.value?.toFixed()).toBe("10");
  });

  test("a ratio sums numerators and denominators, never percentages", () => {
    const kind = { kind: "ratio" as const };
    const parts = [aPart("a", [ratio("2023-03-31", 1, 2)], kind), aPart("b", [ratio("2023-03-31", 1, 8)], kind)];
    const { reading } = rollUp(aTarget(kind), "sum", parts, MARCH);
    // 50 % and 12.5 % are 20 % together, not 31.25 %.
    expect([reading?.numerator?.toFixed(), reading?.denominator?.toFixed(), reading?.value]).toEqual(["2", "10", null]);
  });

  test("a ratio with a published percentage alone is not rolled up, and the part is named", () => {
    const kind = { kind: "ratio" as const };
    const parts = [aPart("a", [ratio("2023-03-31", 1, 2)], kind), aPart("b", [aReading("2023-03-31", "12.5")], kind)];
    expect(rollUp(aTarget(kind), "sum", parts, MARCH)).toEqual({
      reading: null,
      illustrative: false,
      reported: 2,
      expected: 2,
      missing: [],
      percentageOnly: ["b"],
      withoutPeers: [],
    });
  });

  test("sums values below zero", () => {
    const parts = [aPart("a", [aReading("2023-03-31", -300)]), aPart("b", [aReading("2023-03-31", 120)])];
    expect(rollUp(aTarget(), "sum", parts, MARCH).reading?.value?.toFixed()).toBe("-180");
  });

  test("a mean is weighted, a rank takes the worst place, latest the latest as-of date", () => {
    const growth = { kind: "growth" as const };
    const means = [
      aPart("a", [aReading("2023-03-31", 10)], growth, 3),
      aPart("b", [aReading("2023-03-31", 2)], growth, 1),
    ];
    expect(rollUp(aTarget(growth), "weighted-mean", means, MARCH).reading?.value?.toFixed()).toBe("8");
    const rank = { kind: "rank" as const, comparator: "within-rank" as const, direction: "decrease" as const };
    const ranks = [aPart("a", [aReading("2023-03-31", 1)], rank), aPart("b", [aReading("2023-03-31", 4)], rank)];
    expect(rollUp(aTarget(rank), "worst-of", ranks, MARCH).reading?.value?.toFixed()).toBe("4");
    const level = { kind: "level" as const };
    const levels = [aPart("a", [aReading("2023-03-31", 1)], level), aPart("b", [aReading("2023-03-10", 4)], level)];
    expect(rollUp(aTarget(level), "latest", levels, MARCH).reading?.value?.toFixed()).toBe("1");
  });
});

test("every kind but the milestone has a method, and no percentage is summed", () => {
  expect(METRIC_KINDS.filter((kind) => rollUpMethods(kind).length === 0)).toEqual(["milestone"]);
  expect(rollUpMethods("growth")).not.toContain("sum");
});

const termsFrom = (knownFrom: string, change: Partial<TargetTerms> = {}): TermsVersion => ({
  terms: aTarget(change),
  knownFrom,
  adjusted: false,
});
const approved = (asOf: string, value: number, approvedAt: string, supersededAt: string | null = null) => ({
  updateId: `${asOf} ${value}`,
  reading: aReading(asOf, value),
  illustrative: false,
  approvedAt,
  supersededAt,
});
const part = (
  code: string,
  approvals: PartHistory["approvals"],
  terms = [termsFrom("2023-01-01T00:00:00Z")],
): PartHistory => ({ code, weight: 1, terms, approvals });
const spansOf = (parts: readonly PartHistory[]) =>
  rolledUpApprovals(aTarget(), "sum", parts).map((one) => [
    one.reading.value?.toFixed(),
    one.approvedAt,
    one.supersededAt,
  ]);

test("the whole is in force from the approval of the last part, and superseded by a correction", () => {
  const parts = [
    part("a", [approved("2023-03-31", 10, "2023-04-03T00:00:00Z")]),
    part("b", [
      approved("2023-03-31", 5, "2023-04-05T00:00:00Z", "2023-04-20T00:00:00Z"),
      approved("2023-03-31", 6, "2023-04-20T00:00:00Z"),
    ]),
  ];
  expect(spansOf(parts)).toEqual([
    ["15", "2023-04-05T00:00:00Z", "2023-04-20T00:00:00Z"],
    ["16", "2023-04-20T00:00:00Z", null],
  ]);
});

test("a later change of a part leaves earlier values of the whole unchanged", () => {
  const made = termsFrom("2023-01-01T00:00:00Z");
  const withdrawn = termsFrom("2023-05-01T00:00:00Z", { state: "withdrawn" });
  const issued = [termsFrom("2023-01-01T00:00:00Z", { state: "draft" }), termsFrom("2023-04-10T00:00:00Z")];
  const a = part("a", [approved("2023-03-31", 10, "2023-04-03T00:00:00Z")]);
  const b = part("b", [approved("2023-03-31", 5, "2023-04-05T00:00:00Z")], [made, withdrawn]);
  expect(spansOf([a, b])).toEqual([
    ["15", "2023-04-05T00:00:00Z", "2023-05-01T00:00:00Z"],
    ["10", "2023-05-01T00:00:00Z", null],
  ]);
  // A part that is issued later, or created later, is missing from then on, not before.
  for (const later of [issued, issued.slice(1)]) {
    expect(spansOf([a, part("c", [], later)])).toEqual([["10", "2023-04-03T00:00:00Z", "2023-04-10T00:00:00Z"]]);
  }
  const longer = [made, termsFrom("2023-04-15T00:00:00Z", { dueOn: isoDate("2023-12-31") })];
  const short = { ...made, terms: aTarget({ dueOn: isoDate("2023-02-28") }) };
  const d = part("d", [approved("2023-02-28", 7, "2023-03-03T00:00:00Z")], [short, ...longer.slice(1)]);
  expect(spansOf([a, d]).filter(([value]) => value === "17")).toEqual([
    ["17", "2023-04-03T00:00:00Z", "2023-04-15T00:00:00Z"],
  ]);
});

test("the sum does not depend on the order of parts and is unknown when one is missing", () => {
  const value = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
      const parts = values.map((one, index) => aPart(String(index), [aReading("2023-03-31", one)]));
      const whole = rollUp(aTarget(), "sum", parts, MARCH).reading?.value?.toNumber();
      expect(whole).toBe(values.reduce((sum, one) => sum + one, 0));
      expect(rollUp(aTarget(), "sum", [...parts].reverse(), MARCH).reading?.value?.toNumber()).toBe(whole);
      const lacking = [...parts, aPart("silent", [])];
      expect(rollUp(aTarget(), "sum", lacking, MARCH)).toMatchObject({ reading: null, missing: ["silent"] });
    }),
  );
});

test("the whole is illustrative while the reading of a part is", () => {
  const sample = { ...approved("2023-03-31", 5, "2023-04-05T00:00:00Z", "2023-04-20T00:00:00Z"), illustrative: true };
  const parts = [
    part("a", [approved("2023-03-31", 10, "2023-04-03T00:00:00Z")]),
    part("b", [sample, approved("2023-03-31", 5, "2023-04-20T00:00:00Z")]),
  ];
  expect(rolledUpApprovals(aTarget(), "sum", parts).map((one) => [one.approvedAt, one.illustrative])).toEqual([
    ["2023-04-05T00:00:00Z", true],
    ["2023-04-20T00:00:00Z", false],
  ]);
});
