// Reads of departments: the tree with its lights, and one department with its targets.
import "server-only";
import { cache } from "react";
import { isOverdue } from "@/lib/domain/targets/standing";
import { FRESHNESSES, LIGHTS, type Light } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { kept } from "@/lib/server/events/kept";
import { listTargets } from "@/lib/server/targets/data";
import { countStandings, type LightCount } from "@/lib/server/targets/list-query";
import { bilingual } from "@/lib/server/targets/rows";
import type { DepartmentName, TargetRow } from "@/lib/server/targets/types";
import { departmentName, namedAt, openAt } from "./names";

export type LightCounts = Readonly<Record<Light, number>>;

export interface DepartmentSummary extends DepartmentName {
  readonly id: string;
  readonly parentSlug: string | null;
  readonly counts: LightCounts;
  readonly total: number;
  /** Reports past their cut-off, whatever the light. */
  readonly late: number;
}

export interface DepartmentDetail extends DepartmentSummary {
  readonly parent: DepartmentName | null;
  readonly children: readonly DepartmentName[];
  /** What its head printed, and where. */
  readonly statements: readonly {
    readonly sourceId: string;
    readonly key: string;
    readonly title: Bilingual | null;
    readonly author: string | null;
    readonly office: Bilingual;
  }[];
  readonly targets: readonly TargetRow[];
}

/** Every light with its count; a light nobody stands at counts 0 here, for it is a count and not a value. */
function countsByLight(counts: readonly LightCount[]): LightCounts {
  const sums = Object.fromEntries(LIGHTS.map((light) => [light, 0])) as Record<Light, number>;
  for (const { light, count } of counts) sums[oneOf(LIGHTS, light)] += count;
  return sums;
}

function lateCount(counts: readonly LightCount[]): number {
  return counts.reduce((sum, one) => sum + (isOverdue(oneOf(FRESHNESSES, one.freshness)) ? one.count : 0), 0);
}

/** All departments that are open on the context's day, in their order, each with the lights of its own targets. */
export async function listDepartments(context: Context): Promise<DepartmentSummary[]> {
  const { knownUntil } = context.clock;
  const [records, counts] = await Promise.all([
    db.department.findMany({
      where: openAt(knownUntil),
      include: { ...namedAt(knownUntil), parent: { select: { slug: true } } },
      orderBy: { order: "asc" },
    }),
    countStandings(context),
  ]);
  return records.map((record) => {
    const own = counts.filter((one) => one.slug === record.slug);
    return {
      ...departmentName(record),
      id: record.id,
      parentSlug: record.parent?.slug ?? null,
      counts: countsByLight(own),
      total: own.reduce((sum, one) => sum + one.count, 0),
      late: lateCount(own),
    };
  });
}

export async function getDepartment(slug: string, context: Context): Promise<DepartmentDetail | null> {
  const { knownUntil } = context.clock;
  const named = { include: namedAt(knownUntil) };
  const [summaries, record, targets] = await Promise.all([
    listDepartments(context),
    db.department.findUnique({
      where: { slug },
      include: {
        parent: named,
        children: { ...named, where: openAt(knownUntil), orderBy: { order: "asc" } },
        sections: { orderBy: { order: "asc" } },
      },
    }),
    listTargets({ department: [slug], limit: null }, context),
  ]);
  const summary = summaries.find((one) => one.slug === slug);
  if (record === null || summary === undefined) return null;
  return {
    ...summary,
    parent: record.parent && departmentName(record.parent),
    children: record.children.map(departmentName),
    statements: record.sections.map((section) => ({
      sourceId: section.sourceId,
      key: section.key,
      title: section.title === null ? null : bilingual(section.title, section.titleEn ?? section.title),
      author: section.author,
      office: bilingual(section.office, section.officeEn),
    })),
    targets: targets.rows,
  };
}

/** The same for pages: read once in a request, and by visitors once between two events. */
export const keptDepartment = cache(
  (slug: string, context: Context): Promise<DepartmentDetail | null> =>
    kept(`department ${slug}`, context, () => getDepartment(slug, context)),
);

export function keptDepartments(context: Context): Promise<DepartmentSummary[]> {
  return kept("departments", context, () => listDepartments(context));
}
