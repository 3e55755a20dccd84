// The chart of a milestone target: each step against its planned day.

import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import type { MilestoneStep } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { withAssumption } from "@/lib/wording/provenance-marks";
import { dayNumber, timeAxis } from "./chart-axes";
import { describeMarks, lettering } from "./chart-frame-text";
import type { ChartCell, ChartFrame, ChartMark, ChartTable, GanttChartModel, GanttRow, StepState } from "./chart-model";
import { MISSING, type Noted, tableNotes } from "./plot-table";
import type { ChartReading, TargetChartInput } from "./target-chart-input";

function latestReading(input: TargetChartInput): ChartReading | null {
  const known = input.readings.filter((reading) => reading.asOf <= input.today);
  return known.reduce<ChartReading | null>((last, one) => (last === null || one.asOf > last.asOf ? one : last), null);
}

function stepState(plannedOn: IsoDate, doneOn: IsoDate | null, today: IsoDate): StepState {
  if (doneOn !== null) return doneOn > plannedOn ? "done-late" : "done";
  return plannedOn < today ? "overdue" : "planned";
}

/** In per cent of all steps, with one decimal. */
function weightShare(step: MilestoneStep, steps: readonly MilestoneStep[]): ChartCell {
  const all = steps.reduce((sum, one) => sum + one.weight, 0);
  if (all <= 0) return MISSING;
  const share = `${Math.round((step.weight / all) * 1000) / 10}`;
  return { value: share, text: share };
}

function ganttRow(input: TargetChartInput, step: MilestoneStep, fromX: number, doneOn: IsoDate | null): GanttRow {
  const t = getTranslator(input.lang);
  const state = stepState(step.plannedOn, doneOn, input.today);
  const title = input.lang === "en" && step.titleEn !== "" ? step.titleEn : step.title;
  const isAssumed = input.assumedSteps.includes(step.key);
  const label = isAssumed ? `${title} *` : title;
  const days = [`${t("chart.plannedOn")} ${formatIsoDate(step.plannedOn, input.lang)}`];
  if (doneOn !== null) days.push(`${t("chart.doneOn")} ${formatIsoDate(doneOn, input.lang)}`);
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
    text: `${label}${t("punctuation.colon")}${t(`stepStates.${state}`)}${t("punctuation.separator")}${days.join(t("punctuation.separator"))}`,
  };
}

function ganttRows(input: TargetChartInput, latest: ChartReading | null): GanttRow[] {
  const steps = input.terms.steps.toSorted((a, b) =>
    a.plannedOn < b.plannedOn ? -1 : a.plannedOn > b.plannedOn ? 1 : 0,
  );
  const start = dayNumber(addDays(input.terms.startOn, -1));
  return steps.map((step) => {
    const doneOn = latest?.completedSteps.find((done) => done.key === step.key)?.doneOn ?? null;
    // Steps planned for the same day run in parallel, from the last earlier day.
    const earlier = steps.findLast((one) => one.plannedOn < step.plannedOn);
    const fromX = earlier === undefined ? start : Math.max(start, dayNumber(earlier.plannedOn));
    return ganttRow(input, step, fromX, doneOn);
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

function todayMark(input: TargetChartInput): ChartMark[] {
  const x = dayNumber(input.today);
  if (input.today < input.terms.startOn || input.today >= input.terms.dueOn) return [];
  const detail = formatIsoDate(input.today, input.lang);
  return [
    {
      key: "today",
      role: "today",
      x,
      on: input.today,
      y: null,
      label: getTranslator(input.lang)("chart.today"),
      detail,
    },
  ];
}

function describeGantt(
  input: TargetChartInput,
  frame: Parameters<typeof describeMarks>[0] & Pick<ChartFrame, "asOfLabel">,
  rows: readonly GanttRow[],
): string {
  const t = getTranslator(input.lang);
  const facts =
    rows.length === 0
      ? capitalized(t("unknownReasons.no-steps"))
      : rows.map((row) => row.text).join(t("punctuation.stop"));
  return `${input.title}${t("punctuation.colon")}${frame.asOfLabel}${t("punctuation.stop")}${facts}${describeMarks(frame)}${t("punctuation.stop")}`.trim();
}

/** Steps in planned order with the day each was done. A step that was not reported as done has no such day. */
export function prepareGanttChart(input: TargetChartInput): GanttChartModel {
  const latest = latestReading(input);
  const rows = ganttRows(input, latest);
  const t = getTranslator(input.lang);
  const frame = lettering(input, latest?.asOf ?? null);
  const days = rows.flatMap((row) => [row.plannedOn, ...(row.doneOn === null ? [] : [row.doneOn])]);
  const all = [input.terms.startOn, input.terms.dueOn, ...days].sort();
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
