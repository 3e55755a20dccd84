// A seed target as the rules read it.
import { Decimal } from "decimal.js";
import type { TargetTerms } from "@/lib/domain/targets/types";
import type { SeedTarget } from "@/prisma/seed-data/types";

function measure(text: string | null): Decimal | null {
  return text === null ? null : new Decimal(text);
}

export function termsOf(target: SeedTarget): TargetTerms {
  const { baseline } = target;
  return {
    kind: target.metric.kind,
    direction: target.metric.direction,
    comparator: target.comparator,
    orBetter: target.orBetter,
    tolerance: null,
    judging: "latest",
    value: measure(target.value),
    upperValue: measure(target.upperValue),
    stretchValue: measure(target.stretchValue),
    baseline:
      baseline === null ? null : { value: new Decimal(baseline.value), year: baseline.year, origin: baseline.origin },
    startOn: target.startOn,
    dueOn: target.dueOn,
    plan: target.plan,
    steps: target.steps,
    issuedOn: null,
    state: target.state,
    verdict: null,
    calendar: target.calendar,
    reportingDates: [],
    cutOffWorkingDays: target.cutOffWorkingDays,
    publicationLagMonths: 0,
  };
}
