// What reads of targets give: plain, bilingual, decimals as Decimal. Pages and files format it; nothing is computed twice.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { LabelKind } from "@/lib/domain/targets/labels";
import type { MissingForIssue } from "@/lib/domain/targets/life-cycle";
import type { RollUpMethod } from "@/lib/domain/targets/roll-up";
import type {
  Freshness,
  Light,
  MetricKind,
  Reading,
  TargetTerms,
  UnknownReason,
  Visibility,
} from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Bilingual } from "@/lib/i18n/languages";
import type { TargetLabel } from "@/lib/views/label";

/** The first entries of a list, and how many there are in all. */
export interface Excerpt<T> {
  readonly total: number;
  readonly shown: readonly T[];
}

export interface DepartmentName {
  readonly slug: string;
  readonly name: Bilingual;
}

export interface MetricFacts extends PrintedUnit {
  readonly key: string;
  readonly name: Bilingual;
  readonly kind: MetricKind;
  readonly precision: number;
  readonly definition: Bilingual;
  readonly dataSource: Bilingual;
}

/** The standing of a target on the context's day. */
export interface StandingOnDay {
  readonly light: Light;
  readonly freshness: Freshness;
  readonly latest: {
    /** The approved update it comes from; null where it is rolled up from parts. */
    readonly updateId: string | null;
    readonly value: Decimal | null;
    readonly asOf: IsoDate;
    readonly sample: boolean;
    /** Of a rank: the number of places. */
    readonly peers?: number | null;
  } | null;
  readonly completionRatio: number | null;
  readonly expectedRatio: number | null;
  readonly gapPoints: number | null;
  /** The gap in the metric's unit; places for a rank, steps for a milestone. */
  readonly gapValue: Decimal | null;
  /** An average, the best value or a sum, where the judging is not by the latest value. */
  readonly judgedValue: Decimal | null;
  readonly met: boolean | null;
  /** 目标已调整: the terms in force are not those it was issued with. */
  readonly adjusted: boolean;
  readonly reason: UnknownReason | null;
  readonly nextReportOpensOn: IsoDate | null;
  readonly nextReportDueOn: IsoDate | null;
}

/** Who does the work of a target and who answers for it. */
export interface ResponsibilityView {
  readonly owner: DepartmentName;
  readonly supporting: readonly DepartmentName[];
  /** The post that answers for it, as the office names it. */
  readonly responsiblePost: string | null;
  readonly leaderInCharge: string | null;
}

/** One row of a list. */
export interface TargetRow extends ResponsibilityView {
  readonly id: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly metric: MetricFacts;
  /** As they stood in force on the context's day. */
  readonly terms: TargetTerms;
  /** The terms it was issued with; null while they are still the ones in force. */
  readonly original: TargetTerms | null;
  /** How its value is worked out from its parts; null where it is reported. */
  readonly rollUp: RollUpMethod | null;
  /** A part of a split target; its whole counts, not the part. */
  readonly isPart: boolean;
  /** Topics, plans and categories. */
  readonly labels: readonly TargetLabel[];
  readonly year: number;
  /** False if the start or due date within the year is a planning assumption. */
  readonly periodPrinted: boolean;
  readonly standing: StandingOnDay;
  readonly quote: {
    readonly key: string;
    readonly text: string;
    readonly textEn: string;
    readonly sourceId: string;
  } | null;
  /** The reported course, only where a row's mini chart is a sparkline (a rank); else empty. */
  readonly course: readonly Pick<Reading, "asOf" | "value" | "peers">[];
}

/** A target to issue, or issued without its figure. */
export interface DraftTarget {
  readonly row: TargetRow;
  /** What it lacks to be issued; null for nothing. */
  readonly missing: MissingForIssue | null;
  readonly visibility: Visibility;
}

export interface NotReceived {
  readonly row: TargetRow;
  readonly dueOn: IsoDate | null;
  readonly isLate: boolean;
}

export interface DueDay {
  readonly on: IsoDate;
  /** Null where it is the promise itself. */
  readonly step: Bilingual | null;
  /** A planning assumption: the planned day of a step, or a due date that the source does not print. */
  readonly isAssumed: boolean;
}

interface Choice {
  readonly value: string;
  readonly name: Bilingual;
}

/** The values of filters that depend on the targets. */
export interface FilterChoices {
  /** Of due dates, latest first. */
  readonly years: readonly number[];
  /** Sections of sources, by `source.key`. */
  readonly sections: readonly Choice[];
  /** Labels of the readable targets, by their id. */
  readonly labels: Readonly<Record<LabelKind, readonly Choice[]>>;
}
