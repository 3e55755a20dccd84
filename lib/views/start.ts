import type { StartFacts, StartStep } from "@/lib/domain/start/start-steps";
import type { ReportingCalendar } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";

/** A first installation: what there is, and what comes next. */
export interface StartState extends StartFacts {
  /** The one department at the top. */
  readonly government: Bilingual | null;
  /** How many targets report by each calendar. */
  readonly calendars: readonly { readonly calendar: ReportingCalendar; readonly count: number }[];
  readonly year: number;
  /** People who were added and not invited yet. */
  readonly notInvited: number;
  /** Null when all steps are done. */
  readonly next: StartStep | null;
  /** The user has hidden it from their desk. */
  readonly isDismissed: boolean;
}
