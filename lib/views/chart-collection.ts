import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Language } from "@/lib/i18n/languages";
import type { CollectionFailure, CollectionFormat } from "@/lib/schemas/chart-collection";
import type { GeneratedFileView } from "@/lib/views/generated-file";

/** The charts of a list as a file that the worker process generates. */
export interface CollectionFileView extends GeneratedFileView<CollectionFailure> {
  readonly title: string;
  /** The filters and the order of its list, as in its address. */
  readonly query: string;
  /** The filters in words; empty without a filter. */
  readonly conditions: string;
  readonly format: CollectionFormat;
  readonly lang: Language;
  readonly viewedOn: IsoDate;
}
