// Converts reads to the API's JSON: measures as decimal text, names in one language, the quote as printed.
import "server-only";
import type { Decimal } from "decimal.js";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentJson, TargetDetailJson, TargetJson } from "@/lib/schemas/api";
import { ASSUMED_OF_STEPS } from "@/lib/schemas/api-steps";
import type { DepartmentSummary } from "@/lib/views/department";
import type { DepartmentName, TargetRow } from "@/lib/views/target";
import type { TargetDetail } from "@/lib/views/target-detail";

function decimalText(value: Decimal | null): string | null {
  return value === null ? null : value.toFixed();
}

function nameJson({ slug, name }: DepartmentName, lang: Language): TargetJson["owner"] {
  return { slug, name: name[lang] };
}

export function targetJson(row: TargetRow, lang: Language): TargetJson {
  const { terms, metric, standing, quote } = row;
  const { baseline } = terms;
  return {
    code: row.code,
    title: row.title[lang],
    owner: nameJson(row.owner, lang),
    supporting: row.supporting.map((department) => nameJson(department, lang)),
    responsiblePost: row.responsiblePost,
    leaderInCharge: row.leaderInCharge,
    metric: { name: metric.name[lang], unit: metric.unit, unitEn: metric.unitEn, kind: metric.kind },
    comparator: terms.comparator,
    orBetter: terms.orBetter,
    tolerance: decimalText(terms.tolerance),
    judging: terms.judging,
    targetValue: decimalText(terms.value),
    upperValue: decimalText(terms.upperValue),
    stretchValue: decimalText(terms.stretchValue),
    baseline: baseline && {
      value: baseline.value.toFixed(),
      year: baseline.year,
      derived: baseline.origin === "derived",
      origin: baseline.origin,
      provisional: baseline.isProvisional === true,
    },
    year: row.year,
    startOn: terms.startOn,
    dueOn: terms.dueOn,
    publicationLagMonths: terms.publicationLagMonths,
    periodAssumed: !row.periodPrinted,
    state: terms.state,
    labels: row.labels.map(({ id, kind, name, number }) => ({ id, kind, name: name[lang], number })),
    quote: quote && { text: quote.text, sourceId: quote.sourceId },
    latest: standing.latest && {
      value: decimalText(standing.latest.value),
      asOf: standing.latest.asOf,
      sample: standing.latest.sample,
    },
    completionRatio: standing.completionRatio,
    expectedRatio: standing.expectedRatio,
    gapPoints: standing.gapPoints,
    gapValue: decimalText(standing.gapValue),
    judgedValue: decimalText(standing.judgedValue),
    light: standing.light,
    freshness: standing.freshness,
    adjusted: standing.adjusted,
    original: row.original && {
      comparator: row.original.comparator,
      targetValue: decimalText(row.original.value),
      upperValue: decimalText(row.original.upperValue),
      stretchValue: decimalText(row.original.stretchValue),
      startOn: row.original.startOn,
      dueOn: row.original.dueOn,
    },
  };
}

export function targetDetailJson(detail: TargetDetail, lang: Language): TargetDetailJson {
  return {
    ...targetJson(detail, lang),
    reason: detail.standing.reason,
    readings: detail.readings.map((reading) => ({
      asOf: reading.asOf,
      value: decimalText(reading.value),
      numerator: decimalText(reading.numerator),
      denominator: decimalText(reading.denominator),
      peers: reading.peers ?? null,
      completedSteps: reading.completedSteps.map(({ key, doneOn }) => ({ key, doneOn })),
      sample: reading.illustrative,
    })),
    steps: detail.steps.map((step) => ({
      key: step.key,
      title: lang === "en" ? step.titleEn : step.title,
      weight: step.weight,
      plannedOn: step.plannedOn,
      assumed: [...ASSUMED_OF_STEPS],
      printed: step.printed,
    })),
    revisions: detail.revisions.map(({ revisedAt, reason, authority, before, after }) => ({
      revisedAt: revisedAt.toISOString(),
      reason,
      authority,
      before,
      after,
    })),
  };
}

export function departmentJson(department: DepartmentSummary, lang: Language): DepartmentJson {
  return {
    ...nameJson(department, lang),
    parentSlug: department.parentSlug,
    divisionCode: department.divisionCode,
    creditCode: department.creditCode,
    total: department.total,
    late: department.late,
    lights: department.counts,
  };
}
