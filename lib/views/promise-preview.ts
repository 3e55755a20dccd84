// What the form of a promise shows while it is typed.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { TermsQuestion } from "@/lib/domain/targets/questions";
import type { Light } from "@/lib/domain/targets/types";

export interface PromisePreview {
  /** The promise read back. */
  readonly sentence: string;
  /** "A report as of 30 Jun 2023:"; null without samples. */
  readonly samplesTitle: string | null;
  /** From worse to better. */
  readonly samples: readonly { readonly text: string; readonly light: Light }[];
  /** The expected course; empty where nothing is expected by date. */
  readonly course: readonly { readonly on: IsoDate; readonly value: number; readonly text: string }[];
  readonly questions: readonly TermsQuestion[];
}
