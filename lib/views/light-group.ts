// Targets counted together: those of a department, plan, topic, category or section.
import type { Bilingual } from "@/lib/i18n/languages";
import type { Summary } from "@/lib/views/department";

export interface LightGroup extends Omit<Summary, "lateGreens"> {
  readonly key: string;
  readonly name: Bilingual;
  /** Its own page; null if it has only the list. */
  readonly page: string | null;
  /** The filter of the list of its targets, such as `department=commerce`. */
  readonly list: string;
  /** A department below another one. */
  readonly isBelow: boolean;
}
