// Reads of departments: the tree with its lights, and one department with its targets.
import "server-only";
import { cache } from "react";
import { isOverdue, isStaleGreen } from "@/lib/domain/targets/standing";
import { FRESHNESSES, LIGHTS, type Light } from "@/lib/domain/targets/types";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { listTargets } from "@/lib/server/targets/data";
import { countStandings, type LightCount } from "@/lib/server/targets/light-counts";
import { bilingual } from "@/lib/server/targets/rows";
import type { DepartmentDetail, DepartmentSummary, Summary } from "@/lib/views/department";
import { departmentName, namedAt, whereOpenAt } from "./names";

/** Every light with its count, 0 included: this is a count, not a missing value. */
export function summarize(counts: readonly LightCount[]): Summary {
  const sums = Object.fromEntries(LIGHTS.map((light) => [light, 0])) as Record<Light, number>;
  let [total, late, lateGreens] = [0, 0, 0];
  for (const one of counts) {
    const [light, freshness] = [oneOf(LIGHTS, one.light), oneOf(FRESHNESSES, one.freshness)];
    sums[light] += one.count;
    total += one.count;
    if (isOverdue(freshness)) late += one.count;
    if (isStaleGreen(light, freshness)) lateGreens += one.count;
  }
  return { counts: sums, total, late, lateGreens };
}

/** All departments that are open on the context's day, in their order, each with the lights of the targets it owns. */
export async function listDepartments(context: Context): Promise<DepartmentSummary[]> {
  const { knownUntil } = context.clock;
  const [records, counts] = await Promise.all([
    db.department.findMany({
      where: whereOpenAt(knownUntil),
      include: { ...namedAt(knownUntil), parent: { select: { slug: true } } },
      orderBy: { order: "asc" },
    }),
    countStandings(context),
  ]);
  return records.map((record) => ({
    ...departmentName(record),
    id: record.id,
    divisionCode: record.divisionCode,
    creditCode: record.creditCode,
    parentSlug: record.parent?.slug ?? null,
    ...summarize(counts.filter(({ key }) => key === record.slug)),
  }));
}

/** The maximum number of a department's targets on its page. */
const DEPARTMENT_TARGETS = 30;

/** @param most the maximum number of its targets; null for all, for the data files of its chart. */
export async function getDepartment(
  slug: string,
  context: Context,
  most: number | null = DEPARTMENT_TARGETS,
): Promise<DepartmentDetail | null> {
  const { knownUntil } = context.clock;
  const named = { include: namedAt(knownUntil) };
  const [summaries, record, targets] = await Promise.all([
    listDepartments(context),
    db.department.findUnique({
      where: { slug },
      include: {
        parent: named,
        children: { ...named, where: whereOpenAt(knownUntil), orderBy: { order: "asc" } },
        sections: { orderBy: { order: "asc" } },
      },
    }),
    listTargets({ department: [slug], limit: most }, context),
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
    parts: targets.parts,
  };
}

/** The same for pages: read once per request, and cached for visitors until the next event. */
export const getCachedDepartment = cache(
  (slug: string, context: Context): Promise<DepartmentDetail | null> =>
    cachedForVisitors(`department ${slug}`, context, () => getDepartment(slug, context)),
);

export function listCachedDepartments(context: Context): Promise<DepartmentSummary[]> {
  return cachedForVisitors("departments", context, () => listDepartments(context));
}
