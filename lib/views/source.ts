import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light, Visibility } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { DepartmentName, TargetRow } from "@/lib/views/target";

export interface SourceSummary {
  readonly id: string;
  readonly title: Bilingual;
  readonly subtitle: Bilingual;
  readonly publisher: Bilingual;
  readonly issue: Bilingual;
  readonly year: number;
  readonly visibility: Visibility;
  /** Added by the office, with proposals; not part of the first load. */
  readonly isAdded: boolean;
  readonly publishedOn: string | null;
  readonly address: string;
  readonly sections: number;
  readonly quotes: number;
  readonly targets: number;
}

export interface QuotedTarget {
  readonly code: string;
  readonly title: Bilingual;
  readonly light: Light;
  readonly freshness: TargetRow["standing"]["freshness"];
}

export interface QuoteView {
  readonly key: string;
  readonly text: string;
  readonly textEn: string;
  readonly targets: readonly QuotedTarget[];
}

/** A run of a paragraph: plain text, or a quoted sentence. */
export interface TextRun {
  readonly text: string;
  readonly quote: QuoteView | null;
}

export interface SectionView {
  readonly key: string;
  readonly title: Bilingual | null;
  readonly author: string | null;
  readonly office: Bilingual;
  /** Null if the document speaks for no single department. */
  readonly department: DepartmentName | null;
  readonly paragraphs: readonly (readonly TextRun[])[];
  readonly quotes: readonly QuoteView[];
}

export interface SourceDetail extends Omit<SourceSummary, "sections" | "quotes" | "targets"> {
  readonly sections: readonly SectionView[];
}

/** A promise of a source with its latest approved value. */
export interface Outcome {
  readonly row: TargetRow;
  /** False: nothing is approved yet, which is not a value of 0. */
  readonly hasResult: boolean;
  /** The value covers the whole period. */
  readonly isFinal: boolean;
}

export interface SourceOutcomes extends Pick<SourceSummary, "id" | "title" | "publisher" | "issue" | "year"> {
  readonly today: IsoDate;
  readonly outcomes: readonly Outcome[];
}
