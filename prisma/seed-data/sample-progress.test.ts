import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { isWorkingDay, NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import { freshnessOn, hasValue, lightOn, type Standing } from "@/lib/domain/targets/standing";
import { standingTimeline } from "@/lib/domain/targets/standing-timeline";
import { type Freshness, LIGHTS, type Light } from "@/lib/domain/targets/types";
import { generateSampleProgress } from "@/prisma/seed-data/sample-progress";
import { seedTargets } from "@/prisma/seed-data/targets";
import { termsOf } from "@/prisma/seed-data/terms";
import type { SeedTarget, SeedUpdate } from "@/prisma/seed-data/types";

const updates = generateSampleProgress();

function reached(update: SeedUpdate): boolean {
  return update.state === "approved" || update.state === "superseded";
}

function timelineOf(target: SeedTarget): Standing[] {
  const approvals = updates.flatMap((update, index) =>
    update.targetCode !== target.code || !reached(update) || update.decidedAt === null
      ? []
      : [
          {
            updateId: String(index),
            approvedAt: update.decidedAt,
            illustrative: true,
            supersededAt: update.supersededAt,
            reading: {
              asOf: update.asOf,
              value: update.value === null ? null : new Decimal(update.value),
              numerator: null,
              denominator: null,
              completedSteps: update.completedSteps,
            },
          },
        ],
  );
  const terms = [{ terms: termsOf(target), knownFrom: "2022-12-31T16:00:00Z", adjusted: false }];
  const owners = [{ owner: target.ownerSlug, knownFrom: "2022-12-31T16:00:00Z" }];
  const rules = [{ rules: DEFAULT_RULES, knownFrom: "1970-01-01T00:00:00Z" }];
  return standingTimeline({ terms, owners, rules, approvals, imported: NO_IMPORTED_DAYS });
}

const timelines = new Map(seedTargets.map((target) => [target.code, timelineOf(target)]));

interface Seen {
  readonly light: Light;
  readonly freshness: Freshness;
  readonly standing: Standing;
}

function seenOn(day: IsoDate): Map<string, Seen> {
  // The end of the day in Nantong.
  const moment = Date.parse(`${day}T16:00:00Z`);
  const seen = new Map<string, Seen>();
  for (const [code, spans] of timelines) {
    const standing = spans.findLast((span) => Date.parse(span.knownFrom) < moment);
    if (standing === undefined) throw new Error(`${code} has no standing on ${day}`);
    const inputs = { ...standing, hasValue: hasValue(standing) };
    seen.set(code, { light: lightOn(inputs, day), freshness: freshnessOn(inputs, day), standing });
  }
  return seen;
}

function codesByLight(day: string): Partial<Record<Light, string[]>> {
  const groups: Partial<Record<Light, string[]>> = {};
  for (const [code, { light }] of seenOn(isoDate(day))) groups[light] = [...(groups[light] ?? []), code];
  return groups;
}

const OPEN = ["NT-B01", "NT-B02", "NT-B03", "NT-B04", "NT-B05", "NT-B06", "NT-B07"];

describe("the demo day, 30 September 2023", () => {
  it("shows every light", () => {
    const groups = codesByLight("2023-09-30");
    expect(Object.keys(groups).toSorted()).toEqual([...LIGHTS].toSorted());
    expect(groups).toEqual({
      achieved: ["NT-T07"],
      ahead: ["NT-T01", "NT-T08", "NT-M07"],
      "on-track": [
        "NT-T02",
        "NT-T02b",
        "NT-T03",
        "NT-T06",
        "NT-M02",
        "NT-M04",
        "NT-M06",
        "NT-M11",
        "NT-M13",
        "NT-M14",
        "NT-M15",
      ],
      behind: ["NT-T04", "NT-M03", "NT-M10"],
      "far-behind": ["NT-T05", "NT-M01", "NT-M08"],
      missed: ["NT-M09"],
      "not-started": ["NT-M05"],
      "no-report": ["NT-M12"],
      unset: OPEN,
    });
  });

  it("has one late report, and expects none for targets that are not received or have no step due", () => {
    const withFreshness = (freshness: Freshness) =>
      [...seenOn(isoDate("2023-09-30"))].filter(([, each]) => each.freshness === freshness).map(([code]) => code);
    expect(withFreshness("late")).toEqual(["NT-T08"]);
    expect([...withFreshness("never"), ...withFreshness("due")]).toEqual([]);
    // One that has not started, and one with its first step at the end of the month.
    expect(withFreshness("not-expected").toSorted()).toEqual([...OPEN, "NT-M05", "NT-M12"]);
  });

  it("has reports to review, one draft and one returned", () => {
    const open = updates.filter(
      (update) => update.createdAt < "2023-09-30T16:00:00Z" && update.createdAt >= "2023-09-22",
    );
    const states = open.map((update) => `${update.targetCode} ${update.state}`);
    expect(states.filter((each) => each.endsWith("submitted"))).toEqual([
      "NT-T04 submitted",
      "NT-T05 submitted",
      "NT-M03 submitted",
      "NT-M10 submitted",
    ]);
    expect(states).toContain("NT-M13 draft");
    expect(states).toContain("NT-M06 returned");
    expect(states).toContain("NT-T07 approved");
  });

  it("has no report submitted before it and decided after it", () => {
    const moment = "2023-09-30T16:00:00Z";
    const astride = updates.filter((each) => (each.submittedAt ?? "9") < moment && (each.decidedAt ?? "0") >= moment);
    expect(astride).toEqual([]);
  });
});

describe("the other days of 2023", () => {
  it("starts with nothing reported", () => {
    const groups = codesByLight("2023-01-15");
    expect(groups["no-report"]).toHaveLength(23);
    expect(groups["not-started"]).toEqual(["NT-M05"]);
    expect(groups.unset).toEqual(OPEN);
  });

  it("ends with most achieved and two missed", () => {
    const groups = codesByLight("2023-12-31");
    expect(groups.missed).toEqual(["NT-M09", "NT-M15"]);
    expect(groups["on-track"]).toEqual(["NT-T03", "NT-T04", "NT-T06"]);
    expect(groups.achieved).toHaveLength(17);
    expect(groups["far-behind"]).toEqual(["NT-M02", "NT-M12"]);
  });

  it("gives every target a light and finite numbers on every day", () => {
    for (let day = isoDate("2023-01-01"); day <= "2024-01-31"; day = addDays(day, 1)) {
      for (const [code, { light, standing }] of seenOn(day)) {
        expect(LIGHTS, `${code} ${day}`).toContain(light);
        for (const ratio of [standing.completionRatio, standing.expectedRatio, standing.gapPoints]) {
          if (ratio !== null) expect(Number.isFinite(ratio), `${code} ${day}`).toBe(true);
        }
      }
    }
  });
});

describe("the reports", () => {
  it("are the same for the same seed, and only times and words differ for another", () => {
    expect(generateSampleProgress(321)).toEqual(updates);
    const other = generateSampleProgress(7);
    expect(other).not.toEqual(updates);
    expect(other.map((each) => [each.targetCode, each.asOf, each.value])).toEqual(
      updates.map((each) => [each.targetCode, each.asOf, each.value]),
    );
  });

  it("are all illustrative and written by the owner, and none is for a target without a value", () => {
    const owners = new Map(seedTargets.map((target) => [target.code, target.ownerSlug]));
    for (const update of updates) {
      expect(update.illustrative).toBe(true);
      expect(update.authorSlug).toBe(owners.get(update.targetCode));
      expect(OPEN).not.toContain(update.targetCode);
    }
    expect(updates).toHaveLength(231);
  });

  it("have as-of dates within the target's period and are never written before them", () => {
    const targets = new Map(seedTargets.map((target) => [target.code, target]));
    for (const update of updates) {
      const target = targets.get(update.targetCode);
      expect(target !== undefined && update.asOf >= target.startOn && update.asOf <= target.dueOn).toBe(true);
      expect(update.createdAt >= `${addDays(update.asOf, -1)}T16`, `${update.targetCode} ${update.asOf}`).toBe(true);
      const times = [update.createdAt, update.submittedAt, update.decidedAt, update.supersededAt].filter(
        (at) => at !== null,
      );
      expect(times).toEqual(times.toSorted());
      for (const step of update.completedSteps) expect(step.doneOn <= update.asOf).toBe(true);
    }
  });

  it("are submitted on working days, except at the end of the year", () => {
    for (const { asOf, submittedAt } of updates) {
      if (submittedAt === null || asOf === "2023-12-31") continue;
      expect(isWorkingDay(isoDate(submittedAt.slice(0, 10)), NO_IMPORTED_DAYS), submittedAt).toBe(true);
    }
  });

  it("never decrease an approved cumulative value", () => {
    for (const target of seedTargets.filter((each) => each.metric.kind === "cumulative")) {
      const values = updates
        .filter((update) => update.targetCode === target.code && update.state === "approved")
        .toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1))
        .map((update) => Number(update.value));
      expect(values).toEqual(values.toSorted((one, other) => one - other));
    }
  });

  it("include one approved report per target and day", () => {
    const keys = updates.filter((each) => each.state === "approved").map((each) => `${each.targetCode} ${each.asOf}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("include three returned first submissions with a reason and one superseded value", () => {
    const returned = updates.filter((each) => each.state === "returned");
    expect(returned.map((each) => `${each.targetCode} ${each.asOf}`)).toEqual([
      "NT-T02 2023-07-31",
      "NT-T07 2023-05-31",
      "NT-T08 2023-03-31",
      "NT-M06 2023-09-22",
    ]);
    for (const each of returned) expect(each.returnReason).toMatch(/请/);
    const correction = updates.find((each) => each.supersedesIndex !== null);
    const wrong = updates[correction?.supersedesIndex ?? -1];
    expect([wrong?.targetCode, wrong?.asOf, wrong?.value, wrong?.state]).toEqual([
      "NT-T04",
      "2023-04-30",
      "224",
      "superseded",
    ]);
    expect([correction?.targetCode, correction?.asOf, correction?.value]).toEqual(["NT-T04", "2023-04-30", "215"]);
    expect(wrong?.supersededAt).toBe(correction?.decidedAt);
  });

  it("agree on investment and its growth", () => {
    const august = updates.filter((each) => each.asOf === "2023-08-31" && each.targetCode.startsWith("NT-T02"));
    expect(august.map((each) => [each.targetCode, each.value])).toEqual([
      ["NT-T02", "259.2"],
      ["NT-T02b", "28.0"],
    ]);
    expect(august[0]?.note).toBe("截至8月底，累计完成投资259.2亿元，为全年目标的64.5%。");
  });
});
