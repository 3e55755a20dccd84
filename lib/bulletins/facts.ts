// The facts of a bulletin: frozen once at its cut-off, in both languages, measures as decimal text. Every number of a
// bulletin is counted from these rows, so that a summary can never differ from its annex.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { GapPlace } from "@/lib/domain/targets/gap-side";
import type { LabelKind } from "@/lib/domain/targets/labels";
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
  /** Keys of BulletinFacts.labels; absent in facts frozen before this was recorded. */
  readonly labelIds?: readonly string[] | undefined;
}

/** A topic, plan or category of the rows. */
export interface BulletinLabel {
  readonly id: string;
  readonly kind: LabelKind;
  readonly name: Bilingual;
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
  /** In the office's order; absent in facts frozen before this was recorded. */
  readonly labels?: readonly BulletinLabel[] | undefined;
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

export interface GroupCounts {
  readonly counts: LightCounts;
  readonly total: number;
  readonly notReported: number;
}

export function countGroup(rows: readonly BulletinRow[]): GroupCounts {
  return { counts: countLights(rows), total: rows.length, notReported: rowsNotReported(rows).length };
}

export interface NamedCounts extends GroupCounts {
  readonly name: Bilingual;
}

/** The departments of the rows, in the rows' order. */
export function countByDepartment(rows: readonly BulletinRow[]): NamedCounts[] {
  const names = new Map(rows.map((row) => [row.owner.slug, row.owner.name]));
  return [...names].map(([slug, name]) => ({ name, ...countGroup(rows.filter((row) => row.owner.slug === slug)) }));
}

export interface LabelCounts {
  readonly labels: readonly NamedCounts[];
  /** The rows that have no label of the kind. */
  readonly others: GroupCounts;
  /** Rows with at least one label of the kind. */
  readonly labelled: number;
  /** Whether a row has several, and so counts in each. */
  readonly isAnyInSeveral: boolean;
}

/** The labels of a kind, in the office's order; those of no row are left out. */
export function countByLabel({ rows, labels = [] }: BulletinFacts, kind: LabelKind): LabelCounts {
  const ofKind = labels.filter((label) => label.kind === kind);
  const howMany = (row: BulletinRow) => ofKind.filter(({ id }) => row.labelIds?.includes(id)).length;
  const others = rows.filter((row) => howMany(row) === 0);
  return {
    labels: ofKind
      .map(({ id, name }) => ({ name, ...countGroup(rows.filter((row) => row.labelIds?.includes(id))) }))
      .filter(({ total }) => total > 0),
    others: countGroup(others),
    labelled: rows.length - others.length,
    isAnyInSeveral: rows.some((row) => howMany(row) > 1),
  };
}
