// A target as the recogniser of tables knows it.
import "server-only";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import { readingValue } from "@/lib/domain/targets/completion";
import type { KnownTarget } from "@/lib/imports/tasks/context";
import type { ReportTarget } from "./report-target";

export function toKnownTarget({ record, terms, readings }: ReportTarget): KnownTarget {
  const { metric, owner, steps } = record;
  const last = readings.at(-1);
  const value = last === undefined ? null : readingValue(terms, last);
  const titles = new Map(steps.map(({ key, title }) => [key, title]));
  return {
    code: record.code,
    title: record.title,
    metric: metric.name,
    unit: metric.unit,
    owner: owner.name,
    kind: terms.kind,
    comparator: terms.comparator,
    value: terms.value?.toNumber() ?? null,
    upperValue: terms.upperValue?.toNumber() ?? null,
    year: yearOf(terms.dueOn),
    dueOn: terms.dueOn,
    steps: [...titles.values()],
    latest:
      last === undefined
        ? null
        : {
            asOf: last.asOf,
            ...(value?.known && { value: value.value.toNumber() }),
            stepsDone: last.completedSteps.flatMap(({ key }) => titles.get(key) ?? []),
          },
  };
}
