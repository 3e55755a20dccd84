import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Reading } from "@/lib/domain/targets/types";
import type { UpdateState } from "@/lib/domain/updates/types";
import type { UpdateInput } from "@/lib/schemas/update";
import type { ReportTarget } from "@/lib/server/updates/report-target";
import type { TargetRow } from "@/lib/views/target";

export interface ReportForm {
  /** Files of the draft that is gone on with. */
  readonly files: readonly { readonly fileId: string; readonly name: string; readonly size: number }[];
  readonly target: ReportTarget;
  readonly input: Required<Omit<UpdateInput, "version" | "updateId">> & Pick<UpdateInput, "version" | "updateId">;
  readonly previous: (Reading & { readonly updateId: string }) | null;
  readonly returnReason: string | null;
  readonly isCorrection: boolean;
  /** The day of the latest report that waits for review; a new one does not take its place. */
  readonly waitingAsOf: IsoDate | null;
  /** The update named by the address. */
  readonly startedFrom: string | null;
  /** Who last saved the draft that is gone on with, and when. */
  readonly saved: { readonly by: string; readonly at: Date } | null;
}

export interface EndedDraft {
  readonly id: string;
  readonly state: UpdateState;
  readonly at: Date;
}

export interface QuickEntry {
  readonly row: TargetRow;
  /** A draft of the reporter's is gone on with. */
  readonly input: ReportForm["input"];
  readonly previous: { readonly value: Decimal; readonly asOf: IsoDate } | null;
}

export interface QuickEntries {
  readonly entries: readonly QuickEntry[];
  /** Milestones: their steps do not fit a row. */
  readonly others: readonly TargetRow[];
  /** How many reports are awaited; what is due first is here. */
  readonly total: number;
  /** How many reports of the department wait for review. */
  readonly waiting: number;
}
