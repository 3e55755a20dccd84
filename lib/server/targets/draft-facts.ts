// What drafts from a task table or a document are compared with.
import { plainUnit } from "@/lib/domain/units/printed-unit";
import "server-only";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import { termsFrom } from "@/lib/domain/targets/revisions";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { DraftFacts } from "@/lib/imports/target-drafts";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { describeTarget } from "@/lib/wording/describe-target";

export async function listExistingTargets(database: Pick<Transaction, "target">): Promise<DraftFacts["existing"]> {
  const targets = await database.target.findMany({
    select: {
      code: true,
      title: true,
      value: true,
      dueOn: true,
      owner: { select: { slug: true } },
      metric: { select: { unit: true } },
    },
  });
  return targets.map(({ owner, metric, value, dueOn, ...one }) => ({
    ...one,
    owner: owner.slug,
    unit: metric.unit,
    value: value?.toString() ?? null,
    year: yearOf(dayOf(dueOn)),
    dueOn: dayOf(dueOn),
  }));
}

export function promiseIn(lang: Language): DraftFacts["promiseOf"] {
  const t = getTranslator(lang);
  return ({ kind, terms, steps }, unit) =>
    kind === "milestone"
      ? t("promise.steps", { count: steps.length })
      : describeTarget(termsFrom(terms, { kind, direction: "increase" }), plainUnit(unit), lang);
}
