// What the plan of an import of values knows, and what it writes.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { ReportFacts } from "@/lib/domain/updates/report-rules";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import type { EntryColumn } from "@/lib/imports/values/value-columns";

/** The fields of a report, as a form sends them. */
export interface Typed extends Readonly<Record<Exclude<EntryColumn, "doneOn"> | "evidence", string>> {
  /** Every completed step; none for other kinds than milestones. */
  readonly steps: readonly { readonly key: string; readonly doneOn: string }[];
}

export const BLANK: Typed = {
  asOf: "",
  value: "",
  numerator: "",
  denominator: "",
  peers: "",
  note: "",
  problems: "",
  nextStep: "",
  evidence: "",
  steps: [],
};

export interface ExistingDraft {
  readonly updateId: string;
  readonly version: number;
  readonly asOf: IsoDate;
  readonly hasFiles: boolean;
  readonly typed: Typed;
}

export interface FixedReport extends Reading {
  readonly state: "approved" | "submitted";
}

/** What the plan knows of a target that the clerk may read. */
export interface ReportableTarget extends PrintedUnit {
  readonly code: string;
  readonly title: Bilingual;
  readonly terms: TargetTerms;
  readonly facts: ReportFacts;
  readonly termsVersion: number;
  readonly mayReport: boolean;
  readonly isEvidenceRequired: boolean;
  /** The day of the report that is due. */
  readonly asOf: IsoDate;
  readonly isSamePeriod: (one: IsoDate, other: IsoDate) => boolean;
  /** The clerk's draft for the period of a day. */
  readonly draftFor: (asOf: IsoDate) => ExistingDraft | null;
  /** Reports that cannot be replaced by a draft. */
  readonly fixed: readonly FixedReport[];
  /** Keys of `review.outliers`. */
  readonly warningsOf: (reading: Reading) => readonly string[];
}

export interface ValueEntry {
  readonly code: string;
  readonly asOf: IsoDate;
  readonly updateId: string | null;
  readonly version: number | null;
  readonly typed: Typed;
  /** It has everything that a submitted report needs. */
  readonly isComplete: boolean;
}

export interface ValueWording {
  readonly lang: Language;
  readonly measure: (value: Decimal, target: ReportableTarget) => string;
  readonly day: (asOf: IsoDate) => string;
  readonly termsChanged: (target: ReportableTarget) => string;
  /** The message of a fault that names something; undefined for the message of its key. */
  readonly fault: (kind: string, target: ReportableTarget) => string | undefined;
}
