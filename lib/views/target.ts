// What reads of targets give: plain, bilingual, decimals as Decimal. Pages and files format it; nothing is computed twice.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { MissingForIssue, TargetStep } from "@/lib/domain/targets/life-cycle";
import type { ReplacedTerms } from "@/lib/domain/targets/revisions";
import type { RollUpMethod } from "@/lib/domain/targets/roll-up";
import type {
  Freshness,
  Light,
  MetricKind,
  MilestoneStep,
  PastValueOrigin,
  Reading,
  RuleSet,
  TargetTerms,
  UnknownReason,
  Verdict,
  Visibility,
} from "@/lib/domain/targets/types";
import type { UpdateState } from "@/lib/domain/updates/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Signatory } from "@/lib/views/account";
import type { NamingBulletin } from "@/lib/views/bulletin";
import type { OwnCalendar } from "@/lib/views/calendar";
import type { DepartmentSummary } from "@/lib/views/department";
import type { EvidenceView } from "@/lib/views/evidence";
import type { MetricEntry } from "@/lib/views/metric";

/** The first entries of a list, and how many there are in all. */
export interface Excerpt<T> {
  readonly total: number;
  readonly shown: readonly T[];
}

export interface DepartmentName {
  readonly slug: string;
  readonly name: Bilingual;
}

export interface MetricFacts {
  readonly key: string;
  readonly name: Bilingual;
  readonly unit: string;
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

/** One row of a list. */
export interface TargetRow {
  readonly id: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly owner: DepartmentName;
  readonly metric: MetricFacts;
  /** As they stood in force on the context's day. */
  readonly terms: TargetTerms;
  /** The terms it was issued with; null while they are still the ones in force. */
  readonly original: TargetTerms | null;
  /** How its value is worked out from its parts; null where it is reported. */
  readonly rollUp: RollUpMethod | null;
  /** A part of a split target; its whole counts, not the part. */
  readonly isPart: boolean;
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

/** A reading with the update it comes from. */
export interface ReportedReading extends Reading {
  readonly updateId: string;
  readonly illustrative: boolean;
}

export interface UpdateView {
  readonly id: string;
  readonly reading: Reading;
  /** The metric's value: a ratio's in %, a milestone's number of finished steps. */
  readonly value: Decimal | null;
  readonly note: string;
  readonly problems: string;
  readonly nextStep: string;
  readonly evidence: string;
  readonly files: readonly EvidenceView[];
  /** The state as known on the context's day. */
  readonly state: UpdateState;
  readonly author: Signatory;
  readonly reviewer: Signatory | null;
  readonly returnReason: string | null;
  readonly supersedesId: string | null;
  readonly illustrative: boolean;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly supersededAt: Date | null;
}

export interface RevisionView {
  readonly id: string;
  readonly revisedAt: Date;
  readonly author: Signatory;
  readonly reason: string;
  readonly authority: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** The targets this one is split into, and how far their reports have come. */
export interface PartsView {
  /** Those the actor may read. */
  readonly rows: readonly TargetRow[];
  /** Whether that is all of them. */
  readonly isComplete: boolean;
  /** Of the latest period any part has reported for; null before that, and where nothing is rolled up. */
  readonly latest: {
    readonly periodEnd: IsoDate;
    readonly reported: number;
    readonly expected: number;
    /** Codes of the parts that have not reported for it, of those the actor may read. */
    readonly missing: readonly string[];
    /** Parts of a ratio that reported a percentage alone, so that the whole cannot be worked out. */
    readonly percentageOnly: readonly string[];
  } | null;
}

export interface TransitionView {
  readonly id: string;
  readonly step: TargetStep;
  readonly at: Date;
  readonly actor: Signatory;
  readonly note: string;
  readonly authority: string;
  readonly verdict: Verdict | null;
}

export interface StepView extends MilestoneStep {
  readonly id: string;
  /** False for steps that are a planning assumption and not words of the source. */
  readonly printed: boolean;
}

export interface PastValueView {
  readonly asOf: IsoDate;
  readonly value: Decimal;
  readonly origin: PastValueOrigin;
  readonly note: Bilingual;
}

/** The codes of the targets before and after one, in the order of codes. */
export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
}

/** The same promise in another year. */
export interface YearTarget {
  readonly code: string;
  readonly title: Bilingual;
  readonly year: number;
}

/** Everything the target page, its chart and its files need. */
export interface TargetDetail extends TargetRow {
  readonly ownerId: string;
  readonly visibility: Visibility;
  /** It has been issued by the context's day. */
  readonly isIssued: boolean;
  readonly note: Bilingual;
  readonly baselineNote: Bilingual;
  readonly planNote: Bilingual;
  readonly parent: { readonly code: string; readonly title: Bilingual } | null;
  /** The targets of the earlier and the following years, each if the actor may read it. */
  readonly years: {
    readonly before: YearTarget | null;
    readonly after: readonly YearTarget[];
    /** The final value of the earlier year, which can replace a missing or provisional baseline. */
    readonly finalBefore: Decimal | null;
  };
  readonly siblings: readonly { readonly code: string; readonly title: Bilingual }[];
  readonly supporting: readonly DepartmentName[];
  /** The post that answers for it, as the office names it. */
  readonly responsiblePost: string | null;
  readonly leaderInCharge: string | null;
  readonly source: {
    readonly id: string;
    readonly title: Bilingual;
    readonly publisher: Bilingual;
    readonly year: number;
    readonly author: string | null;
    readonly office: Bilingual;
  } | null;
  readonly steps: readonly StepView[];
  /** Approved and not superseded on the context's day, by as-of date. */
  readonly readings: readonly ReportedReading[];
  readonly pastValues: readonly PastValueView[];
  /** What the actor may see: approved and superseded for all, the rest for the department and the office. */
  readonly updates: readonly UpdateView[];
  readonly revisions: readonly RevisionView[];
  /** The terms that revisions replaced by the context's day, oldest first. */
  readonly replacedTerms: readonly ReplacedTerms[];
  /** Every step of its life so far, latest first. */
  readonly transitions: readonly TransitionView[];
  /** The last day for the owner to receive it; null before it is issued. */
  readonly receiveDueOn: IsoDate | null;
  readonly evidenceRequired: boolean;
  /** Working days after the cut-off at which a period closes for entry; null: never. */
  readonly closesAfterDays: number | null;
  readonly parts: PartsView | null;
  /** Why its parts together promise more than it does. */
  readonly overcommitmentReason: string | null;
  readonly rules: RuleSet;
  readonly importedDays: ImportedDays;
  /** The calendar of the office's own it is reported by; null for a standard one. */
  readonly ownCalendar: Bilingual | null;
}

interface TargetChoice {
  readonly code: string;
  readonly title: Bilingual;
}

export interface TargetChoices {
  readonly chosen: readonly TargetChoice[];
  /** The first that are found and are not chosen, by code. */
  readonly found: Excerpt<TargetChoice>;
}

export interface TargetFormData {
  /** Null for a new target. */
  readonly draft: { readonly code: string; readonly version: number } | null;
  /** Field name → text. */
  readonly values: Readonly<Record<string, string>>;
  readonly metrics: readonly MetricEntry[];
  readonly departments: readonly DepartmentSummary[];
  /** Of the office's own. */
  readonly calendars: readonly OwnCalendar[];
  readonly quotes: readonly { readonly key: string; readonly text: string }[];
}

type RevisionMode = "direct" | "extension" | "revision";

export interface RevisionFormData {
  readonly target: TargetDetail;
  readonly mode: RevisionMode;
  /** Whom it may be given to; empty where the owner is not for the actor to change. */
  readonly departments: readonly { readonly slug: string; readonly name: Bilingual }[];
}

export interface NamedTarget {
  readonly code: string;
  readonly title: Bilingual;
  readonly visibility: Visibility;
}

export interface VisibilityForm {
  readonly target: TargetDetail;
  /** What everybody reads of a public target. */
  readonly open: { readonly reports: number; readonly files: number; readonly revisions: number };
  /** What stays with the department and the office whichever way it is. */
  readonly kept: { readonly unapproved: number; readonly comments: number; readonly instructions: number };
  /** Whole, parts and targets of the same printed sentence: each has a separate visibility. */
  readonly related: readonly NamedTarget[];
  /** Published for everybody with this target in it. */
  readonly bulletins: readonly NamingBulletin[];
  /** Every change so far, latest first. */
  readonly changes: readonly {
    readonly at: Date;
    readonly by: string | null;
    readonly to: Visibility;
    readonly reason: string;
  }[];
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

/** The values of filters that depend on the targets. */
export interface FilterChoices {
  /** Of due dates, latest first. */
  readonly years: readonly number[];
  /** Sections of sources, by `source.key`. */
  readonly sections: readonly { readonly value: string; readonly name: Bilingual }[];
}
