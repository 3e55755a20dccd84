// Seeded pairs of years of ten kinds of monthly series, on which the forecast is calibrated.
import type { Direction, MetricKind } from "@/lib/domain/targets/types";

/** The twelve month-end values of a year and of the year before. A total counts up from 0 in each year. */
export interface SimulatedYears {
  readonly lastYear: readonly number[];
  readonly thisYear: readonly number[];
}

export interface Family {
  readonly name: string;
  readonly kind: MetricKind;
  readonly direction: Direction;
  /** The promise is to climb from last year's end value, not to hold a state. */
  readonly climbs: boolean;
  readonly simulate: (random: Random) => SimulatedYears;
}

/** Random numbers that repeat for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Uniform between `low` and `high`. */
  between(low = 0, high = 1): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return low + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (high - low);
  }

  normal(mean = 0, deviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.between()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.between());
  }

  /** A positive factor with mean 1. */
  factor(deviation: number): number {
    return Math.exp(this.normal(0, deviation) - deviation ** 2 / 2);
  }

  /** A Poisson count. */
  count(mean: number): number {
    let count = 0;
    for (let left = mean - this.#waiting(); left > 0; left -= this.#waiting()) count += 1;
    return count;
  }

  #waiting(): number {
    return -Math.log(1 - this.between());
  }
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function runningTotal(increments: readonly number[]): number[] {
  let total = 0;
  return increments.map((increment) => {
    total += increment;
    return total;
  });
}

/** A year of increments: the shares of a shape × the year's size × monthly noise. */
function totals(random: Random, shape: (year: number) => readonly number[], noise: number): SimulatedYears {
  const size = 100 * random.factor(0.5);
  const year = (index: number, growth: number) =>
    runningTotal(shape(index).map((share) => size * growth * share * random.factor(noise)));
  return { lastYear: year(0, 1), thisYear: year(1, 1.05 * random.factor(0.15)) };
}

function fixedShape(weights: readonly number[]): () => number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return () => weights.map((weight) => weight / sum);
}

const HOUSING = fixedShape([4, 4, 9, 8, 9, 12, 7, 7, 10, 9, 9, 12]);
const BUDGET = fixedShape([9, 6, 8, 7, 7, 9, 7, 7, 8, 6, 8, 18]);
const CONTRACTS = fixedShape([20, 14, 12, 10, 8, 7, 6, 6, 5, 4, 4, 4]);

/** Shares of (t ÷ 12)^p, with a power that differs a little from year to year: 27 % by the end of June. */
function lateShape(random: Random): () => number[] {
  const usual = random.normal(1.9, 0.15);
  return () => {
    const power = random.normal(usual, 0.1);
    return MONTHS.map((month) => (month / 12) ** power - ((month - 1) / 12) ** power);
  };
}

function counts(ofMonth: (year: number) => number): SimulatedYears {
  const year = (index: number) => runningTotal(MONTHS.map(() => ofMonth(index)));
  return { lastYear: year(0), thisYear: year(1) };
}

/** Both years of a level in one line of 24 months. */
function levels(ofMonth: (month: number) => number): SimulatedYears {
  const values = Array.from({ length: 24 }, (_, index) => ofMonth(index + 1));
  return { lastYear: values.slice(0, 12), thisYear: values.slice(12) };
}

function evenCounts(random: Random): SimulatedYears {
  const usual = random.between(4, 30);
  const means = [usual, usual * random.factor(0.15)];
  return counts((year) => random.count(means[year] ?? usual));
}

function lumpyCounts(random: Random): SimulatedYears {
  const usual = random.between(0.4, 1.2);
  return counts(() =>
    Array.from({ length: random.count(usual) }).reduce<number>((sum) => sum + Math.ceil(random.between(0, 6)), 0),
  );
}

function randomWalk(random: Random): SimulatedYears {
  let value = 100;
  return levels(() => {
    value += random.normal();
    return value;
  });
}

function trendWithNoise(random: Random): SimulatedYears {
  const noise = random.between(0.3, 1.2);
  const slopes = [random.normal(0.6, 0.15), random.normal(0.6, 0.15)];
  let trend = 50;
  return levels((month) => {
    trend += slopes[month > 12 ? 1 : 0] ?? 0;
    return trend + random.normal(0, noise);
  });
}

function seasonalLevel(random: Random): SimulatedYears {
  const [height, peak, noise] = [random.between(3, 8), random.between(0, 12), random.between(0.5, 1.5)];
  let deviation = random.normal(0, noise);
  return levels((month) => {
    deviation = 0.6 * deviation + 0.8 * random.normal(0, noise);
    return 40 + height * Math.cos((2 * Math.PI * (month - peak)) / 12) + deviation;
  });
}

/** Growth of the year to date: the mean of monthly rates, which wander around the year's own. */
function growthToDate(random: Random): SimulatedYears {
  const year = (mean: number) => {
    let pace = mean;
    const rates = MONTHS.map(() => {
      pace += random.normal(0, 0.5);
      return pace + random.normal(0, 3);
    });
    return runningTotal(rates).map((sum, index) => sum / (index + 1));
  };
  const usual = random.normal(6, 2);
  return { lastYear: year(usual), thisYear: year(usual + random.normal(0, 1.5)) };
}

const TOTAL = { kind: "cumulative", direction: "increase", climbs: false } as const;
const LEVEL = { kind: "level", direction: "increase", climbs: false } as const;

export const FAMILIES: readonly Family[] = [
  { ...TOTAL, name: "even counts", simulate: evenCounts },
  { ...TOTAL, name: "housing", simulate: (random) => totals(random, HOUSING, random.between(0.1, 0.3)) },
  {
    ...TOTAL,
    name: "late-heavy investment",
    simulate: (random) => totals(random, lateShape(random), random.between(0.2, 0.4)),
  },
  { ...TOTAL, name: "budget execution", simulate: (random) => totals(random, BUDGET, random.between(0.05, 0.2)) },
  {
    ...TOTAL,
    name: "front-loaded contracts",
    simulate: (random) => totals(random, CONTRACTS, random.between(0.2, 0.5)),
  },
  { ...TOTAL, name: "lumpy counts", simulate: lumpyCounts },
  { ...LEVEL, name: "random walk", simulate: randomWalk },
  { ...LEVEL, name: "trend with noise", climbs: true, simulate: trendWithNoise },
  { ...LEVEL, name: "seasonal level", simulate: seasonalLevel },
  { ...LEVEL, name: "growth year to date", kind: "growth", simulate: growthToDate },
];
