// The illustrative progress of each target over 2023: reported values by day. None of these values is a fact.
import { investmentOf2022 } from "@/prisma/seed-data/targets/investment-2022";

/** Reported values by day of 2023 (MM-DD), in the target's unit. */
export type ValueCourse = Readonly<Record<string, string>>;

const MONTH_ENDS = [
  "01-31",
  "02-28",
  "03-31",
  "04-30",
  "05-31",
  "06-30",
  "07-31",
  "08-31",
  "09-30",
  "10-31",
  "11-30",
  "12-31",
] as const;

function byMonth(values: readonly (string | null)[]): ValueCourse {
  const pairs = values.flatMap((value, index) => {
    const day = MONTH_ENDS[index];
    return value === null || day === undefined ? [] : [[day, value] as const];
  });
  return Object.fromEntries(pairs);
}

const INVESTMENT = byMonth([
  null,
  "61.9",
  "87.2",
  "114.0",
  "146.5",
  "193.8",
  "226.3",
  "259.2",
  "295.5",
  "331.6",
  "367.8",
  "404.6",
]);

/** Computed from this and last year's investment, so that the two targets agree. */
const INVESTMENT_GROWTH: ValueCourse = Object.fromEntries(
  Object.entries(INVESTMENT).map(([day, value]) => {
    const lastYear = investmentOf2022(Number(day.slice(0, 2)));
    return [day, ((Number(value) / lastYear - 1) * 100).toFixed(1)];
  }),
);

export const valueCourses: Readonly<Record<string, ValueCourse>> = {
  "NT-T01": {
    ...byMonth(["7", "14", "21", "30", "39", "48", "57", "65", "72", "78", "84", "88"]),
    "09-26": "70",
  },
  "NT-T02": { ...INVESTMENT, "09-26": "289.8" },
  "NT-T02b": INVESTMENT_GROWTH,
  "NT-T03": { "03-31": "3", "06-30": "2", "09-30": "2", "12-31": "2" },
  "NT-T04": byMonth(["40", "92", "155", "215", "290", "362", "421", "489", "585", "690", "794", "893"]),
  "NT-T05": { "03-31": "0", "06-30": "3", "08-31": "4", "09-30": "6", "12-31": "10.5" },
  "NT-T06": { "03-31": "6.5", "06-30": "14.8", "08-31": "22.8", "09-30": "24.6", "12-31": "34" },
  "NT-T07": {
    ...byMonth(["2", "5", "9", "12", "16", "20", "23", "27", "32", "34", "35", "37"]),
    "09-26": "31",
  },
  "NT-T08": byMonth(["4", "9", "17", "25", "33", "41", "48", null, "60", "64", "68", "70"]),
};

interface StepCourse {
  /** As-of dates of the reports, MM-DD of 2023. */
  readonly days: readonly string[];
  /** The day each step was finished, by its key. */
  readonly done: Readonly<Record<string, string>>;
}

const EVEN_MONTHS = ["02-28", "04-30", "06-30", "08-31", "10-31", "12-31"];
const QUARTERS = ["03-31", "06-30", "09-30", "12-31"];

function monthsTo(count: number, from = 0): readonly string[] {
  return MONTH_ENDS.slice(from, count);
}

export const stepCourses: Readonly<Record<string, StepCourse>> = {
  "NT-M01": {
    days: EVEN_MONTHS,
    done: { research: "03-24", draft: "06-20", consultation: "09-22", submission: "12-12" },
  },
  "NT-M02": { days: QUARTERS, done: { "list-2023": "03-28", "review-2023": "10-30" } },
  "NT-M03": {
    days: monthsTo(12),
    done: { tasks: "03-29", register: "06-19", policies: "09-20", matching: "10-27", review: "12-14" },
  },
  "NT-M04": {
    days: EVEN_MONTHS,
    done: {
      "meeting-1": "02-27",
      "meeting-2": "04-27",
      "meeting-3": "06-29",
      "meeting-4": "08-30",
      "meeting-5": "10-30",
      "meeting-6": "12-28",
    },
  },
  "NT-M05": {
    days: monthsTo(12, 9),
    done: {
      development: "10-25",
      research: "10-30",
      integration: "11-22",
      vitality: "12-06",
      conduct: "12-22",
      governance: "12-27",
    },
  },
  "NT-M06": {
    days: monthsTo(12),
    done: { priorities: "03-30", projects: "06-27", activities: "09-28", review: "12-13" },
  },
  "NT-M07": {
    days: monthsTo(12),
    done: { "soe-talks": "06-16", "entrepreneur-talks": "08-24", expo: "11-10" },
  },
  "NT-M08": {
    days: monthsTo(12),
    done: { "sino-swiss": "10-20", "sino-japanese": "11-24", "qidong-wujiang": "12-13" },
  },
  "NT-M09": { days: monthsTo(6), done: { draft: "04-20", consultation: "06-15" } },
  "NT-M10": {
    days: monthsTo(12),
    done: {
      runcheng: "03-30",
      specialities: "06-25",
      success: "07-10",
      "unnamed-4": "09-18",
      "unnamed-5": "09-27",
      "unnamed-6": "10-20",
      "unnamed-7": "12-08",
      "unnamed-8": "12-15",
    },
  },
  "NT-M11": { days: monthsTo(12), done: { approvals: "04-26", site: "07-28", start: "10-26" } },
  "NT-M12": { days: QUARTERS.slice(2), done: { "ship-centre": "11-17", "drug-station": "12-12" } },
  "NT-M13": { days: monthsTo(12), done: { leading: "06-28", designated: "10-25", small: "12-13" } },
  "NT-M14": {
    days: monthsTo(12),
    done: { tasks: "03-28", "mid-year": "07-27", "tongzhou-bay": "11-28", airport: "12-14" },
  },
  "NT-M15": { days: [...monthsTo(11), "09-25"].toSorted(), done: { policy: "05-26", park: "08-29" } },
};
