// A value workbook before it is written.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { TargetTerms } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Bilingual } from "@/lib/i18n/languages";
import type { EntryColumn } from "@/lib/imports/values/value-columns";

export interface ValueSheetRow extends PrintedUnit {
  readonly code: string;
  readonly title: Bilingual;
  readonly termsVersion: number;
  readonly terms: TargetTerms;
  readonly previous: { readonly value: Decimal; readonly asOf: IsoDate } | null;
  /** The last day on which the report is on time; null without reporting periods. */
  readonly dueOn: IsoDate | null;
  readonly asOf: IsoDate;
  /** The first and last day that a value may be of. */
  readonly days: readonly [IsoDate, IsoDate];
  /** The texts of the reporter's draft. */
  readonly entered: Readonly<Partial<Record<EntryColumn, string>>> | null;
}

/** A step of a milestone that no report has completed yet. */
export interface StepSheetRow {
  readonly code: string;
  readonly title: Bilingual;
  readonly termsVersion: number;
  readonly step: { readonly key: string; readonly title: Bilingual; readonly plannedOn: IsoDate };
  /** How many of the steps are completed, by the latest report. */
  readonly previous: { readonly completed: number; readonly all: number; readonly asOf: IsoDate } | null;
  readonly dueOn: IsoDate | null;
  readonly asOf: IsoDate;
  /** The first and last day on which the step may have been completed. */
  readonly days: readonly [IsoDate, IsoDate];
  readonly entered: Readonly<Partial<Record<EntryColumn, string>>> | null;
}

export interface ValueSheet {
  readonly department: Bilingual;
  /** The day by which the periods of its rows have ended. */
  readonly until: IsoDate;
  readonly rows: readonly ValueSheetRow[];
  readonly steps: readonly StepSheetRow[];
}
