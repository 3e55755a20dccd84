// The facts of a bulletin: frozen once at its cut-off, in both languages, measures as decimal text. Every number of a
// bulletin is counted from these rows, so that a summary can never differ from its annex.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { GapPlace } from "@/lib/domain/targets/gap-side";
import { isOverdue, isStaleGreen, LIGHTS_BEHIND } from "@/lib/domain/targets/standing";
import { type Freshness, LIGHTS, type Light, type MetricKind } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Bilingual } from "@/lib/i18n/languages";

export interface BulletinRow {
  readonly code: string;
  readonly title: Bilingual;
  readonly owner: { readonly slug: string; readonly name: Bilingual };
  readonly metric: Bilingual;
  readonly kind: MetricKind;
  /** As stored: 亿元, 个, %. */
  readonly unit: string;
  /** Absent in facts frozen before this was recorded. */
  readonly unitEn?: string | null | undefined;
  /** The promise in words, as in force at the cut-off. */
  readonly promise: Bilingual;
  readonly targetValue: string | null;
  readonly dueOn: IsoDate;
  /** The due date is a planning assumption; absent in facts frozen before this was recorded. */
  readonly isDueAssumed?: boolean | undefined;
  /** The approved update with the value; null for a value rolled up from parts, and without a value. */
  readonly updateId: string | null;
  readonly value: string | null;
  readonly valueText: Bilingual | null;
  readonly asOf: IsoDate | null;
  readonly sample: boolean;
  readonly completionRatio: number | null;
  readonly expectedRatio: number | null;
  readonly gapPoints: number | null;
  /** The gap in words, in the metric's unit; absent from bulletins of before it was recorded. */
  readonly gapText: Bilingual | null;
  /** In the metric's unit. */
  readonly gapValue?: string | null;
  /** The side of the gap, where "behind" would not say it; absent in facts frozen before this was recorded. */
  readonly gapPlace?: GapPlace | null | undefined;
  readonly light: Light;
  /** A month before the cut-off; null for a target that did not exist then. */
  readonly lightBefore: Light | null;
  readonly freshness: Freshness;
  readonly adjusted: boolean;
  /** As reported with the value. */
  readonly problems: string;
  readonly nextStep: string;
  /** Part of a split target, listed because the office asked for parts. */
  readonly isPart: boolean;
}

/** A change of a promise inside the bulletin's month. */
export interface ChangedPromise {
  readonly code: string;
  readonly title: Bilingual;
  readonly on: IsoDate;
  readonly before: Bilingual;
  readonly after: Bilingual;
  readonly reason: string;
  readonly authority: string;
}

/** A target, or one of its steps, that falls due in the month after. */
export interface DueNext {
  readonly code: string;
  readonly title: Bilingual;
  readonly owner: Bilingual;
  readonly step: Bilingual | null;
  readonly on: IsoDate;
  /** See DueDay; absent in facts frozen before this was recorded. */
  readonly isAssumed?: boolean | undefined;
}

export interface BulletinFacts {
  /** In the order of departments and codes. */
  readonly rows: readonly BulletinRow[];
  readonly changed: readonly ChangedPromise[];
  readonly due: readonly DueNext[];
}

/** A value that was corrected after the bulletin was frozen. */
export interface Erratum {
  readonly code: string;
  readonly title: Bilingual;
  readonly printed: Bilingual;
  /** Null if the value was withdrawn without a replacement. */
  readonly corrected: Bilingual | null;
  readonly correctedOn: IsoDate;
  readonly reason: string;
}

export function unitOfRow({ unit, unitEn = null }: BulletinRow): PrintedUnit {
  return { unit, unitEn };
}

export type LightCounts = Readonly<Record<Light, number>>;

export function countLights(rows: readonly Pick<BulletinRow, "light">[]): LightCounts {
  const counts = Object.fromEntries(LIGHTS.map((light) => [light, 0])) as Record<Light, number>;
  for (const { light } of rows) counts[light] += 1;
  return counts;
}

/** Behind, far behind or missed; inside one light the widest gap first. */
export function rowsBehind(rows: readonly BulletinRow[]): BulletinRow[] {
  const urgency = (row: BulletinRow) => LIGHTS_BEHIND.indexOf(row.light);
  return rows
    .filter((row) => LIGHTS_BEHIND.includes(row.light))
    .sort((one, other) => urgency(one) - urgency(other) || (one.gapPoints ?? 0) - (other.gapPoints ?? 0));
}

/** Reports past their cut-off, and targets that were never reported on. */
export function rowsNotReported(rows: readonly BulletinRow[]): BulletinRow[] {
  return rows.filter((row) => isOverdue(row.freshness));
}

/** Green lights whose report is stale. */
export function rowsTooOld(rows: readonly BulletinRow[]): BulletinRow[] {
  return rows.filter((row) => isStaleGreen(row.light, row.freshness));
}

export type Movement = "better" | "worse" | "other";

/** From worse to better; other lights (not started, not set) are not compared, but a missed target is always worse. */
const COMPARED: readonly Light[] = ["missed", "far-behind", "behind", "on-track", "ahead", "achieved"];

/** The change of the light within a month; null if there is none. */
export function movementOf({ light, lightBefore }: Pick<BulletinRow, "light" | "lightBefore">): Movement | null {
  if (lightBefore === null || light === lightBefore) return null;
  if (light === "missed") return "worse";
  const [from, to] = [COMPARED.indexOf(lightBefore), COMPARED.indexOf(light)];
  if (from < 0 || to < 0) return "other";
  return to > from ? "better" : "worse";
}

export function rowsMoved(rows: readonly BulletinRow[]): BulletinRow[] {
  return rows.filter((row) => movementOf(row) !== null);
}

export interface DepartmentCounts {
  readonly slug: string;
  readonly name: Bilingual;
  readonly counts: LightCounts;
  readonly total: number;
  readonly notReported: number;
}

/** The departments of the rows, in the rows' order. */
export function countByDepartment(rows: readonly BulletinRow[]): DepartmentCounts[] {
  const names = new Map(rows.map((row) => [row.owner.slug, row.owner.name]));
  return [...names].map(([slug, name]) => {
    const own = rows.filter((row) => row.owner.slug === slug);
    return {
      slug,
      name,
      counts: countLights(own),
      total: own.length,
      notReported: rowsNotReported(own).length,
    };
  });
}
