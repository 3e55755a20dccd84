// The chart of a milestone target: each step against its planned day.

import { addDays, type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { finishedSteps } from "@/lib/domain/targets/milestones";
import type { MilestoneStep } from "@/lib/domain/targets/types";
import { formatIsoDate, formatShortDay } from "@/lib/domain/units/format-date";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { withAssumption } from "@/lib/wording/provenance-marks";
import { dayNumber, timeAxis } from "./chart-axes";
import { findingSentence } from "./chart-finding";
import { describeFrame, lettering } from "./chart-frame-text";
import type { ChartCell, ChartFrame, ChartMark, ChartTable } from "./chart-model";
import { latestReading } from "./latest-reading";
import { MISSING, type Noted, tableNotes } from "./plot-table";
import type { GanttChartModel, GanttRow } from "./rows-chart-types";
import { doneOnOf, isStepReported, stepState } from "./step-state";
import type { ChartReading, TargetChartInput } from "./target-chart-input";

/** In per cent of all steps, with one decimal. */
function weightShare(step: MilestoneStep, steps: readonly MilestoneStep[]): ChartCell {
  const all = steps.reduce((sum, one) => sum + one.weight, 0);
  if (all <= 0) return MISSING;
  const share = `${Math.round((step.weight / all) * 1000) / 10}`;
  return { value: share, text: share };
}

/** The due date, the actual one, and the days between them, or until the day of view. */
function stepDetail(
  { terms, today, lang }: TargetChartInput,
  plannedOn: IsoDate,
  doneOn: IsoDate | null,
  isReported: boolean,
): string {
  const t = getTranslator(lang);
  const year = yearOf(terms.dueOn);
  const isOneYear = [plannedOn, doneOn ?? plannedOn].every((on) => yearOf(on) === year);
  const day = (on: IsoDate) => (isOneYear ? formatShortDay(on, lang) : formatIsoDate(on, lang));
  const due = day(plannedOn);
  const days = dayNumber(doneOn ?? today) - dayNumber(plannedOn);
  if (doneOn !== null) {
    return days > 0
      ? t("finding.doneLate", { due, done: day(doneOn), days })
      : t("finding.done", { due, done: day(doneOn) });
  }
  if (days <= 0) return t("finding.planned", { due });
  return t(isReported ? "finding.overdue" : "finding.unreported", { due, days });
}

function ganttRow(input: TargetChartInput, step: MilestoneStep, fromX: number, latest: ChartReading | null): GanttRow {
  const t = getTranslator(input.lang);
  const doneOn = doneOnOf(step, latest);
  const isReported = isStepReported(step.plannedOn, latest);
  const state = stepState(step.plannedOn, doneOn, input.today);
  const title = input.lang === "en" && step.titleEn !== "" ? step.titleEn : step.title;
  const isAssumed = input.assumedSteps.includes(step.key);
  const label = isAssumed ? `${title} *` : title;
  const detail = stepDetail(input, step.plannedOn, doneOn, isReported);
  return {
    key: step.key,
    label,
    title,
    isAssumed,
    weight: weightShare(step, input.terms.steps),
    fromX,
    plannedX: dayNumber(step.plannedOn),
    plannedOn: step.plannedOn,
    doneX: doneOn === null ? null : dayNumber(doneOn),
    doneOn,
    state,
    isUnreported: state === "overdue" && !isReported,
    detail,
    text: `${label}${t("punctuation.colon")}${t(`stepStates.${state}`)}${t("punctuation.separator")}${detail}`,
  };
}

function ganttRows(input: TargetChartInput, latest: ChartReading | null): GanttRow[] {
  const steps = input.terms.steps.toSorted((a, b) =>
    a.plannedOn < b.plannedOn ? -1 : a.plannedOn > b.plannedOn ? 1 : 0,
  );
  const start = dayNumber(addDays(input.terms.startOn, -1));
  return steps.map((step) => {
    // Steps planned for the same day run in parallel, from the last earlier day.
    const earlier = steps.findLast((one) => one.plannedOn < step.plannedOn);
    const fromX = earlier === undefined ? start : Math.max(start, dayNumber(earlier.plannedOn));
    return ganttRow(input, step, fromX, latest);
  });
}

function ganttTable(
  input: TargetChartInput,
  frame: Noted & Pick<ChartFrame, "title">,
  rows: readonly GanttRow[],
): ChartTable {
  const t = getTranslator(input.lang);
  const day = (on: IsoDate | null) => (on === null ? MISSING : { value: on, text: formatIsoDate(on, input.lang) });
  const assumed = (key: "chart.weight" | "chart.plannedOn") => withAssumption(t(key), true, input.lang);
  const basis = ({ isAssumed }: GanttRow) => {
    const text = isAssumed ? t("target.assumed") : t("target.printed");
    return { value: text, text };
  };
  return {
    caption: frame.title,
    columns: [
      { key: "step", label: t("chart.step"), type: "text", unit: null },
      { key: "basis", label: t("chart.basis"), type: "text", unit: null },
      { key: "weight", label: assumed("chart.weight"), type: "number", unit: "%" },
      { key: "planned", label: assumed("chart.plannedOn"), type: "date", unit: null },
      { key: "done", label: t("chart.doneOn"), type: "date", unit: null },
      { key: "state", label: t("chart.state"), type: "text", unit: null },
    ],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        { value: row.title, text: row.title },
        basis(row),
        row.weight,
        day(row.plannedOn),
        day(row.doneOn),
        { value: t(`stepStates.${row.state}`), text: t(`stepStates.${row.state}`) },
      ],
    })),
    notes: tableNotes(frame),
  };
}

/** "2 of 4 steps" on the day of the latest report. */
function latestInWords(input: TargetChartInput, latest: ChartReading | null) {
  if (latest === null) return null;
  const done = finishedSteps(input.terms, latest).length;
  const count = input.terms.steps.length;
  return { on: latest.asOf, text: getTranslator(input.lang)("chart.stepsDone", { done, count }) };
}

function todayMark(input: TargetChartInput): ChartMark[] {
  const x = dayNumber(input.today);
  if (input.today < input.terms.startOn) return [];
  const detail = formatIsoDate(input.today, input.lang);
  return [
    {
      key: "today",
      role: "today",
      x,
      on: input.today,
      y: null,
      label: getTranslator(input.lang)("chart.cutOff"),
      detail,
    },
  ];
}

/** The finding, then every step. */
function describeGantt(input: TargetChartInput, frame: Noted & Described, rows: readonly GanttRow[]): string {
  return describeFrame(frame, [findingSentence(frame.finding, input.lang), ...rows.map((row) => row.text)]);
}

type Described = Pick<ChartFrame, "title" | "lang" | "finding">;

/** Steps in planned order with the day each was done. A step that was not reported as done has no such day. */
export function prepareGanttChart(input: TargetChartInput): GanttChartModel {
  const latest = latestReading(input);
  const rows = ganttRows(input, latest);
  const t = getTranslator(input.lang);
  const frame = lettering(input, latestInWords(input, latest));
  const days = rows.flatMap((row) => [row.plannedOn, ...(row.doneOn === null ? [] : [row.doneOn])]);
  // Always to the day of view, up to which an overdue step runs.
  const all = [input.terms.startOn, input.terms.dueOn, input.today, ...days].sort();
  const states = (["done", "done-late", "overdue", "planned"] as const).filter((s) => rows.some((r) => r.state === s));
  return {
    ...frame,
    drawing: "gantt",
    kind: "milestone",
    emptyLabel: rows.length === 0 ? capitalized(t("unknownReasons.no-steps")) : null,
    description: describeGantt(input, frame, rows),
    legend: states.map((state) => ({ key: state, label: t(`stepStates.${state}`), swatch: state })),
    table: ganttTable(input, frame, rows),
    x: timeAxis(all[0] ?? input.terms.startOn, all.at(-1) ?? input.terms.dueOn, input.lang),
    rows,
    marks: todayMark(input),
  };
}
