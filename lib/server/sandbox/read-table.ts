// Reads a visitor's task table in memory: the recogniser, the rules and the charts of the product, without its database.
import "server-only";
import type { TargetChartModel } from "@/lib/charts/model/chart-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { courseDays } from "@/lib/domain/targets/expected";
import { termsFrom } from "@/lib/domain/targets/revisions";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { makeSlug } from "@/lib/imports/department-slugs";
import { MOST_DRAFTS, planTargets } from "@/lib/imports/target-drafts";
import { readTableFile } from "@/lib/imports/tasks/read-table-file";
import type { TaskTarget } from "@/lib/imports/tasks/results";
import type { NewTarget } from "@/lib/schemas/new-target";
import { promiseIn } from "@/lib/server/targets/draft-facts";
import type { SandboxReading, SandboxTarget } from "@/lib/views/sandbox";

const MOST_CHARTS = 6;

export interface SandboxFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly lang: Language;
}

export type SandboxOutcome =
  | { readonly ok: true; readonly reading: SandboxReading }
  | { readonly ok: false; readonly fault: string };

interface TableDepartment {
  readonly slug: string;
  readonly name: string;
}

/** The departments that the table names: there are no others. */
function departmentsOf(targets: readonly TaskTarget[]): TableDepartment[] {
  const names = new Set(
    targets.flatMap(({ owner, supporting }) => (owner === null ? supporting : [owner, ...supporting])),
  );
  const slugs = new Set<string>();
  return [...names].map((name) => {
    const slug = makeSlug(name, slugs);
    slugs.add(slug);
    return { slug, name };
  });
}

/** The expected course from the first day of the target; null where nothing is expected by date. */
function chartOf(target: NewTarget, owner: string, lang: Language): TargetChartModel | null {
  if ("key" in target.metric) return null;
  const { code, title, kind, steps, metric } = target;
  const terms = termsFrom(target.terms, {
    kind,
    direction: metric.direction,
    steps: steps.map((step, index) => ({ ...step, key: String(index), weight: Number(step.weight) })),
  });
  if (kind === "milestone" || terms.value === null || courseDays(terms).length === 0) return null;
  return prepareTargetChart({
    code,
    title,
    owner,
    metric: { name: metric.name, unit: metric.unit, unitEn: metric.unitEn, kind, precision: metric.precision },
    terms,
    periodPrinted: true,
    assumedSteps: [],
    replacedTerms: [],
    readings: [],
    revisions: [],
    forecast: null,
    source: "",
    today: terms.startOn,
    needsNoReport: false,
    standing: {
      light: "not-started",
      freshness: "not-expected",
      completionRatio: null,
      gapPoints: null,
      gapValue: null,
      judgedValue: null,
    },
    importedDays: NO_IMPORTED_DAYS,
    lang,
    illustrative: false,
  });
}

export function readSandboxTable({ name, bytes, lang }: SandboxFile, today: IsoDate): SandboxOutcome {
  const read = readTableFile(bytes, { today, departments: [], targets: [] });
  if ("refused" in read) return { ok: false, fault: read.refused };
  if (read.mode === "returns" || read.targets.length === 0) return { ok: false, fault: "no-tasks" };
  if (read.targets.length > MOST_DRAFTS) return { ok: false, fault: "too-many-tasks" };
  const departments = departmentsOf(read.targets);
  const [t, promiseOf] = [getTranslator(lang), promiseIn(lang)];
  const { lines, entries } = planTargets(read.targets, {
    departments,
    existing: [],
    sourceOf: ({ row }) => t("import.tasks.from", { file: name, row }),
    promiseOf,
  });
  const nameOf = new Map(departments.map((one) => [one.slug, one.name]));
  let charts = 0;
  const targets = entries.map((entry): SandboxTarget => {
    const owner = nameOf.get(entry.owner) ?? entry.owner;
    const { name: metric, unit } = "key" in entry.metric ? { name: "", unit: "" } : entry.metric;
    const chart = charts < MOST_CHARTS ? chartOf(entry, owner, lang) : null;
    if (chart !== null) charts += 1;
    const { code, title, dueOn } = entry;
    return { code, title, metric, promise: promiseOf(entry, unit), owner, dueOn, chart };
  });
  return { ok: true, reading: { lines, targets } };
}
