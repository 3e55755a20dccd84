// The sample year: deterministic reports for January to December 2023, every one illustrative.
import { Decimal } from "decimal.js";
import { endOfMonth, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { addWorkingDays, NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { assessTarget } from "@/lib/domain/targets/assess";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import type { CompletedStep } from "@/lib/domain/targets/types";
import { stepCourses, valueCourses } from "@/prisma/seed-data/progress/courses";
import {
  corrections,
  decemberInJanuary,
  type OpenReport,
  openReports,
  returnedFirst,
} from "@/prisma/seed-data/progress/incidents";
import { createRandom, type Random } from "@/prisma/seed-data/progress/random";
import {
  between,
  earlyTiming,
  instantAt,
  regularTiming,
  sameDayTiming,
  type Timing,
} from "@/prisma/seed-data/progress/timing";
import { asOfWords, type ReportWords, stepWords, valueWords } from "@/prisma/seed-data/progress/words";
import { seedTargets } from "@/prisma/seed-data/targets";
import { termsOf } from "@/prisma/seed-data/terms";
import type { SeedTarget, SeedUpdate } from "@/prisma/seed-data/types";

const SAMPLE_SEED = 321;

interface Content {
  readonly asOf: IsoDate;
  readonly value: string | null;
  readonly completedSteps: readonly CompletedStep[];
  readonly words: ReportWords;
}

function dayOf(monthDay: string): IsoDate {
  return isoDate(`2023-${monthDay}`);
}

function stepsDoneBy(code: string, asOf: IsoDate): CompletedStep[] {
  return Object.entries(stepCourses[code]?.done ?? {})
    .map(([key, day]) => ({ key, doneOn: dayOf(day) }))
    .filter((step) => step.doneOn <= asOf);
}

function previousDay(code: string, monthDay: string): string | null {
  return (stepCourses[code]?.days ?? []).filter((day) => day < monthDay).at(-1) ?? null;
}

function contentOf(target: SeedTarget, monthDay: string, value: string | null, random: Random): Content {
  const asOf = dayOf(monthDay);
  const completedSteps = value === null ? stepsDoneBy(target.code, asOf) : [];
  const reading = {
    asOf,
    value: value === null ? null : new Decimal(value),
    numerator: null,
    denominator: null,
    completedSteps,
  };
  const assessment = assessTarget(termsOf(target), [reading], DEFAULT_RULES);
  if (value !== null) {
    return { asOf, value, completedSteps, words: valueWords(target, asOf, value, assessment, random) };
  }
  const before = previousDay(target.code, monthDay);
  const previous = before === null ? [] : stepsDoneBy(target.code, dayOf(before));
  return { asOf, value, completedSteps, words: stepWords(target, asOf, completedSteps, previous, random, assessment) };
}

function timingOf(code: string, asOf: IsoDate, random: Random): Timing {
  if (asOf !== endOfMonth(asOf)) return earlyTiming(asOf, random);
  if (asOf === "2023-12-31" && !decemberInJanuary.has(code)) return sameDayTiming(asOf, random);
  return regularTiming(asOf, random);
}

function approvedUpdate(target: SeedTarget, content: Content, timing: Timing): SeedUpdate {
  return {
    targetCode: target.code,
    illustrative: true,
    asOf: content.asOf,
    value: content.value,
    numerator: null,
    denominator: null,
    completedSteps: content.completedSteps,
    ...content.words,
    state: "approved",
    authorSlug: target.ownerSlug,
    ...timing,
    returnReason: null,
    supersedesIndex: null,
    supersededAt: null,
  };
}

/** A returned first submission, decided two working days after the period, then the correct report. */
function withReturnedTry(target: SeedTarget, update: SeedUpdate, random: Random): SeedUpdate[] {
  const incident = returnedFirst.find((each) => each.code === target.code && dayOf(each.day) === update.asOf);
  if (!incident) return [update];
  const first = contentOf(target, incident.day, incident.value, random);
  const refused: SeedUpdate = {
    ...approvedUpdate(
      target,
      first,
      between(
        addWorkingDays(update.asOf, 2, NO_IMPORTED_DAYS),
        addWorkingDays(update.asOf, 3, NO_IMPORTED_DAYS),
        random,
      ),
    ),
    state: "returned",
    returnReason: incident.reason,
  };
  return [
    refused,
    {
      ...update,
      ...between(
        addWorkingDays(update.asOf, 5, NO_IMPORTED_DAYS),
        addWorkingDays(update.asOf, 6, NO_IMPORTED_DAYS),
        random,
      ),
    },
  ];
}

/** The value first approved for the day, superseded weeks later by the course's. `at`: where in the list they go. */
function withCorrection(target: SeedTarget, update: SeedUpdate, at: number, random: Random): SeedUpdate[] {
  const incident = corrections.find((each) => each.code === target.code && dayOf(each.day) === update.asOf);
  if (!incident) return [update];
  const correctedOn = isoDate(incident.correctedOn);
  const timing = between(correctedOn, addWorkingDays(correctedOn, 2, NO_IMPORTED_DAYS), random);
  const wrong = contentOf(target, incident.day, incident.wrongValue, random);
  return [
    { ...update, value: wrong.value, ...wrong.words, state: "superseded", supersededAt: timing.decidedAt },
    { ...update, ...timing, note: incident.note, supersedesIndex: at },
  ];
}

function openUpdate(target: SeedTarget, open: OpenReport, random: Random): SeedUpdate {
  const content = contentOf(target, open.day, open.value, random);
  const writtenOn = isoDate(open.writtenOn);
  const isDraft = open.state === "draft";
  return {
    ...approvedUpdate(target, content, between(writtenOn, writtenOn, random)),
    ...(isDraft ? { note: `${asOfWords(content.asOf)}，三项行动推进情况正在汇总。`, submittedAt: null } : {}),
    state: open.state,
    decidedAt: open.returnedOn === null ? null : instantAt(isoDate(open.returnedOn), 15, random.whole(0, 59)),
    returnReason: open.reason,
  };
}

function reportedDays(code: string): readonly { readonly day: string; readonly value: string | null }[] {
  const values = Object.entries(valueCourses[code] ?? {}).map(([day, value]) => ({ day, value }));
  const steps = (stepCourses[code]?.days ?? []).map((day) => ({ day, value: null }));
  return [...values, ...steps].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** Every sample report of 2023, target by target in the order of their days. The same seed gives the same list. */
export function generateSampleProgress(seed: number = SAMPLE_SEED): SeedUpdate[] {
  const random = createRandom(seed);
  const updates: SeedUpdate[] = [];
  for (const target of seedTargets) {
    for (const { day, value } of reportedDays(target.code)) {
      const content = contentOf(target, day, value, random);
      const update = approvedUpdate(target, content, timingOf(target.code, content.asOf, random));
      for (const tried of withReturnedTry(target, update, random)) {
        updates.push(...(tried.state === "approved" ? withCorrection(target, tried, updates.length, random) : [tried]));
      }
    }
    for (const open of openReports) if (open.code === target.code) updates.push(openUpdate(target, open, random));
  }
  return updates;
}
