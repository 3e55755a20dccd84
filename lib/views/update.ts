import type { Decimal } from "decimal.js";
import type { TrendModel } from "@/lib/charts/model/trend-model";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light, MetricKind, Reading, TargetTerms } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Outlier } from "@/lib/domain/updates/outliers";
import type { UpdateState } from "@/lib/domain/updates/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { UpdateInput } from "@/lib/schemas/update";
import type { EvidenceView } from "@/lib/views/evidence";
import type { TargetRow } from "@/lib/views/target";

type ReportTexts = Readonly<Record<"note" | "problems" | "nextStep", string>>;

/** What a typed value means before it is submitted. */
export interface ReportPreview {
  readonly light: Light;
  readonly completionRatio: number | null;
  /** The warnings that the reviewer would see. */
  readonly outliers: readonly Outlier[];
  readonly trend: TrendModel | null;
}

/** The target that a report is about. */
interface ReportedTarget {
  readonly code: string;
  readonly title: Bilingual;
  readonly owner: Bilingual;
  readonly metric: PrintedUnit & { readonly precision: number };
  readonly terms: TargetTerms;
}

export interface ReportForm {
  /** Files of the draft that the form continues, or of the returned or withdrawn report that it replaces. */
  readonly files: readonly (Omit<EvidenceView, "id"> & { readonly fileId: string })[];
  readonly target: ReportedTarget;
  readonly input: Required<Omit<UpdateInput, "version" | "updateId">> & Pick<UpdateInput, "version" | "updateId">;
  readonly previous: (Reading & { readonly updateId: string }) | null;
  readonly returnReason: string | null;
  readonly isCorrection: boolean;
  /** The latest report that waits for review, and who wrote it; a new report does not replace it. */
  readonly waiting: { readonly asOf: IsoDate; readonly by: string; readonly isOwn: boolean } | null;
  /** Days of ended periods without a report that can still be entered, the latest first. */
  readonly missedDays: readonly IsoDate[];
  /** The texts of the latest approved report, as a start. */
  readonly lastTexts: ReportTexts | null;
  readonly isEvidenceRequired: boolean;
  /** The approved reports, by as-of date. */
  readonly readings: readonly Reading[];
  /** The update named by the address. */
  readonly startedFrom: string | null;
  /** Who last saved the draft that the form continues, and when. */
  readonly saved: { readonly by: string; readonly at: Date } | null;
}

export interface EndedDraft {
  readonly id: string;
  readonly state: UpdateState;
  readonly at: Date;
}

export interface QuickEntry {
  readonly row: TargetRow;
  /** Continues a draft of the reporter, if there is one. */
  readonly input: ReportForm["input"];
  readonly previous: (Pick<Reading, "asOf" | "peers"> & { readonly value: Decimal }) | null;
}

export interface QuickEntries {
  readonly entries: readonly QuickEntry[];
  /** The number of due reports; `entries` has those due first. */
  readonly total: number;
  /** How many reports of the department wait for review. */
  readonly waiting: number;
}

/** A report in a reporter's or a reviewer's list. */
export interface ListedUpdate {
  readonly id: string;
  readonly version: number;
  readonly state: UpdateState;
  readonly day: IsoDate;
  readonly reading: Reading;
  readonly author: string;
  /** The absent person for whom the author wrote it. */
  readonly onBehalfOf: string | null;
  /** The reader wrote it. */
  readonly isOwn: boolean;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly returnReason: string | null;
  readonly isCorrection: boolean;
  readonly texts: Readonly<Record<"note" | "problems" | "nextStep" | "evidence", string>>;
  readonly files: readonly EvidenceView[];
  readonly target: {
    readonly code: string;
    readonly title: Bilingual;
    readonly metric: PrintedUnit & { readonly precision: number };
  };
}

/** A target of the actor's department with everything that is open on it. Each list has the latest day first. */
export interface MyTarget extends TargetRow {
  /** The actor's own drafts. */
  readonly drafts: readonly ListedUpdate[];
  /** Reports that wait for review, from any reporter of the department. */
  readonly waiting: readonly ListedUpdate[];
  /** The actor's own returned or withdrawn reports without an answer. */
  readonly unanswered: readonly ListedUpdate[];
}

export const MY_LISTS = ["toReport", "returned", "waiting", "notDue"] as const;
export type MyList = (typeof MY_LISTS)[number];

/** Every target of my departments is in one list; each has its first entries, or a page of one list. */
export interface MyWork extends Readonly<Record<MyList, readonly MyTarget[]>> {
  /** How many there are in all. */
  readonly totals: Readonly<Record<MyList, number>>;
}

/** A submitted report with what its approval would change. */
export interface Waiting {
  readonly update: ListedUpdate;
  readonly kind: MetricKind;
  readonly value: Decimal | null;
  readonly previous: Decimal | null;
  readonly before: Light;
  readonly after: Light;
  /** The absent person for whom the reader reviews it. */
  readonly standsInFor: string | null;
  /** False for a day before the latest approved one: the light does not follow it. */
  readonly counts: boolean;
  readonly outliers: readonly Outlier[];
  /** The approved reports, by as-of date. */
  readonly readings: readonly Reading[];
  /** The as-of date of the previous value. */
  readonly previousDay: IsoDate | null;
  readonly terms: TargetTerms;
  /** False for the reviewer's own report. */
  readonly mayDecide: boolean;
}

export interface ReviewQueue {
  /** One page, oldest first. */
  readonly waiting: readonly Waiting[];
  /** The number of reports that wait. */
  readonly total: number;
  /** What `after` is for the page that follows; null on the last. */
  readonly next: string | null;
}

/** Decisions that were taken together, for the fields of the form that undoes them. */
export interface UndoableDecisions {
  readonly codes: readonly string[];
  /** Each "id version". */
  readonly decided: readonly string[];
}
