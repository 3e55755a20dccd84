import { Decimal } from "decimal.js";
import { expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { sampleReadings } from "@/lib/domain/targets/sample-readings";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { aBaseline, aTarget } from "@/testing/target-builders";
import { readBack, readBackChange } from "./read-back";

const D = (value: number | string) => new Decimal(value);
const level = (changes: Partial<TargetTerms>) => aTarget({ kind: "level", ...changes });

it.each([
  ["起", aTarget({ comparator: "equal", value: D(0) }), "None at all: the first one breaks it."],
  ["个", aTarget({ value: D(30) }), "At least 30 by 31 Dec 2023. On 30 Jun 2023, 15 is expected."],
  ["个", aTarget({ comparator: "at-most" }), "At most 100 in total until 31 Dec 2023: more breaks it."],
  ["个", aTarget({ comparator: "equal" }), "Exactly 100 in total on 31 Dec 2023: less and more both break it."],
  [
    "%",
    aTarget({ kind: "ratio", value: D(95), judging: "every-period" }),
    "At least 95% in every period until 31 Dec 2023: one lapse breaks it, and a period without a report proves nothing.",
  ],
  [
    "%",
    aTarget({ kind: "ratio", value: D(95) }),
    "At least 95% from the first day until 31 Dec 2023: every report is compared with the figure itself.",
  ],
  [
    "%",
    level({ value: D(90), baseline: aBaseline(80) }),
    "At least 90% by 31 Dec 2023, starting from 80%. On 30 Jun 2023, 85% is expected.",
  ],
  [
    "%",
    aTarget({ kind: "growth", comparator: "about", value: D(3) }),
    "From 2.85% to 3.15% on every day until 31 Dec 2023: less and more both break it.",
  ],
  ["", aTarget({ kind: "yes-no", value: null }), "Done by 31 Dec 2023: yes or no, decided on that day."],
  [
    "",
    aTarget({ kind: "yes-no", value: null, judging: "every-period" }),
    '"Yes" in every period until 31 Dec 2023: one "no" breaks it.',
  ],
] as const)("in %s: %o", (unit, terms, sentence) => {
  expect(readBack(terms, { unit, unitEn: null, precision: 2 }, "en")?.replaceAll("\u00a0", " ")).toBe(sentence);
});

it("names the ends of a band with their own decimals, and one figure once", () => {
  const whole = { unit: "%", unitEn: null, precision: 0 };
  const about = aTarget({ kind: "growth", comparator: "about", value: D(3) });
  expect(readBack(about, whole, "zh-CN")).toBe("至2023年12月31日始终在2.85%至3.15%之间，低于或高于都算未兑现。");
  expect(readBack({ ...about, comparator: "equal" }, whole, "zh-CN")).toBe(
    "至2023年12月31日始终为3%，低于或高于都算未兑现。",
  );
});

it("reads a share of the places back", () => {
  const third = aTarget({ kind: "rank", comparator: "first-third", value: null });
  expect(readBack(third, { unit: "位", unitEn: null, precision: 0 }, "en")).toBe(
    "Within the first third on 31 Dec 2023. The last place that counts is computed from the number of places in each report, rounded up; a report without that number cannot be judged.",
  );
  expect(readBack(third, { unit: "位", unitEn: null, precision: 0 }, "zh-CN")).toMatch(
    /^位次在前三分之一（2023年12月31日）。/,
  );
});

it("says nothing about a promise without its figure", () => {
  expect(readBack(aTarget({ value: null }), { unit: "个", unitEn: null, precision: 0 }, "zh-CN")).toBeNull();
});

it.each([
  ["a total", aTarget({ value: D(30) }), ["9", "15", "21"]],
  ["a limit", level({ comparator: "at-most", value: D(10) }), ["12", "10", "8"]],
  ["a share", aTarget({ kind: "ratio", value: D(95) }), ["76", "95", "100"]],
  ["zero", aTarget({ comparator: "equal", value: D(0) }), ["3", "1", "0"]],
  ["a rank", aTarget({ kind: "rank", comparator: "within-rank", value: D(2) }), ["4", "3", "2"]],
  ["a share of 13 places", aTarget({ kind: "rank", comparator: "first-third", value: null }), ["7", "6", "5"]],
  ["an answer", aTarget({ kind: "yes-no", value: null }), ["0", "1"]],
  ["steps", aTarget({ kind: "milestone", value: null }), []],
] as const)("samples of %s run from worse to better", (_name, terms, values) => {
  const samples = sampleReadings(terms, 0);
  expect(samples.map((reading) => reading.value?.toFixed())).toEqual(values);
  for (const { asOf } of samples) expect(asOf).toBe(isoDate("2023-06-30"));
});

it("reads a change over years back with its direction and the year it is compared with", () => {
  const change = (value: string, direction: "increase" | "decrease") =>
    level({
      value: D(value),
      direction,
      comparator: direction === "decrease" ? "at-most" : "at-least",
      baseline: { ...aBaseline(0), year: 2020 },
      startOn: isoDate("2021-01-01"),
      dueOn: isoDate("2025-12-31"),
    });
  expect(readBackChange(change("-13.5", "decrease"), { unit: "%", unitEn: null, precision: 1 }, "en")).toBe(
    "A fall of at least 13.5% by 31 Dec 2025 against 2020. On 30 Jun 2023, −6.8% is expected.",
  );
  expect(readBackChange(change("-13.5", "decrease"), { unit: "%", unitEn: null, precision: 1 }, "zh-CN")).toBe(
    "2025年12月31日比2020年至少下降13.5%。2023年6月30日应为−6.8%。",
  );
  expect(readBackChange(change("5", "increase"), { unit: "个百分点", unitEn: null, precision: 1 }, "zh-CN")).toBe(
    "2025年12月31日比2020年至少提高5个百分点。2023年6月30日应为2.5个百分点。",
  );
});
