// A target with its history: what its page, its chart and its files need.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import type { TargetStep } from "@/lib/domain/targets/life-cycle";
import type { ReplacedTerms } from "@/lib/domain/targets/revisions";
import type { MilestoneStep, PastValueOrigin, Reading, Verdict, Visibility } from "@/lib/domain/targets/types";
import type { UpdateState } from "@/lib/domain/updates/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Signatory } from "@/lib/views/account";
import type { EvidenceView } from "@/lib/views/evidence";
import type { ResponsibilityView, TargetRow } from "@/lib/views/target";

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
    /** Parts that reported a place without the number of peers, where the whole promises a share of them. */
    readonly withoutPeers: readonly string[];
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
  /** As issued, to compare with what is in force; null before there is a promise. */
  readonly issued: {
    readonly responsibility: ResponsibilityView;
    readonly ownCalendar: Bilingual | null;
  } | null;
  /** The departments that it has or had, by slug. */
  readonly departmentNames: Readonly<Record<string, Bilingual>>;
  readonly source: {
    /** The reader may open the whole document, not only this quote. */
    readonly isReadable: boolean;
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
