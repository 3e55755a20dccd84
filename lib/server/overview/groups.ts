// The groups by which the overview counts targets: departments, plans, topics, categories, sections of sources.
import "server-only";
import { GROUPINGS, type Grouping, NO_GROUP } from "@/lib/domain/targets/groupings";
import { LIGHTS_BEHIND } from "@/lib/domain/targets/standing";
import type { Bilingual } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { listDepartments, summarize } from "@/lib/server/departments/data";
import { listFilterChoices } from "@/lib/server/targets/filter-choices";
import { countStandings } from "@/lib/server/targets/light-counts";
import type { DepartmentSummary, LightCounts } from "@/lib/views/department";
import type { LightGroup } from "@/lib/views/light-group";
import type { Excerpt, FilterChoices } from "@/lib/views/target";

export function countBehind({ counts }: { readonly counts: LightCounts }): number {
  return LIGHTS_BEHIND.reduce((sum, light) => sum + counts[light], 0);
}

const choicesOf = ({ sections, labels }: FilterChoices, by: Exclude<Grouping, "department">) =>
  by === "section" ? sections : labels[by];

/** Those in which the reader has something to read. */
export async function listGroupings(context: Context): Promise<Grouping[]> {
  const choices = await listFilterChoices(context);
  return GROUPINGS.filter((by) => by === "department" || choicesOf(choices, by).length > 0);
}

export function departmentGroup({ slug, name, parentSlug, counts, total, late }: DepartmentSummary): LightGroup {
  const isBelow = parentSlug !== null;
  return { key: slug, name, page: `/departments/${slug}`, list: `department=${slug}`, isBelow, counts, total, late };
}

/** All departments, with a target or without. */
export function listCachedDepartmentGroups(context: Context): Promise<LightGroup[]> {
  return cachedForVisitors("department groups", context, async () =>
    (await listDepartments(context)).map(departmentGroup),
  );
}

function noGroupName(by: Exclude<Grouping, "department">): Bilingual {
  return { "zh-CN": getTranslator("zh-CN")(`groupings.none.${by}`), en: getTranslator("en")(`groupings.none.${by}`) };
}

/** The groups with a target, in their order; at the end the targets in none of them. */
export async function listLightGroups(by: Grouping, context: Context): Promise<LightGroup[]> {
  if (by === "department") {
    const departments = await listDepartments(context);
    return departments.filter(({ total }) => total > 0).map(departmentGroup);
  }
  const [counts, choices] = await Promise.all([countStandings(context, by), listFilterChoices(context)]);
  const named = [...choicesOf(choices, by), { value: NO_GROUP, name: noGroupName(by) }];
  return named
    .map(({ value, name }) => {
      const { lateGreens: _, ...sums } = summarize(counts.filter(({ key }) => key === value));
      return { key: value, name, page: null, list: `${by}=${value}`, isBelow: false, ...sums };
    })
    .filter(({ total }) => total > 0);
}

/** Those with the most behind, in the order of the groups. */
export function worstGroups(groups: readonly LightGroup[], most: number): Excerpt<LightGroup> {
  const ranked = groups.toSorted((one, other) => countBehind(other) - countBehind(one) || other.late - one.late);
  const worst = new Set(ranked.slice(0, most));
  return { total: groups.length, shown: groups.filter((one) => worst.has(one)) };
}
