import type { ReportingDate } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";

export interface OwnCalendar {
  readonly id: string;
  readonly name: Bilingual;
  readonly dates: readonly ReportingDate[];
  readonly version: number;
  /** Targets that use it, and those that are not drafts. */
  readonly targets: number;
  readonly issued: number;
}
