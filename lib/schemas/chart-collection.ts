// The request for the charts of a list of targets as one file.
import { z } from "zod";
import { LANGUAGES } from "@/lib/i18n/languages";
import { FILE_FAILURES } from "@/lib/schemas/generated-file";
import { isoDaySchema } from "@/lib/schemas/iso-day";
import { exactText } from "@/lib/schemas/text";

export const COLLECTION_FORMATS = ["zip", "docx", "pptx", "pdf"] as const;
export type CollectionFormat = (typeof COLLECTION_FORMATS)[number];

/** Larger collections are drawn by the worker process. */
export const MOST_DRAWN_AT_ONCE = 12;

/** More charts than this are not one file. */
export const MOST_CHARTS = 500;

/** How many files may wait and are kept: of one account; of all visitors together, who share their files. */
export const FILE_LIMITS = {
  account: { unfinished: 3, kept: 20, keptHours: 24 },
  visitor: { unfinished: 2, kept: 10, keptHours: 2 },
} as const;

export const MOST_UNFINISHED_IN_ALL = 30;

/** `no-charts`: no target of the list has data. */
export const COLLECTION_FAILURES = [...FILE_FAILURES, "no-charts"] as const;
export type CollectionFailure = (typeof COLLECTION_FAILURES)[number];

export const collectionRequestSchema = z.object({
  /** The filters and the order of the list, as in its address. */
  query: exactText.max(8000),
  format: z.enum(COLLECTION_FORMATS),
  lang: z.enum(LANGUAGES),
  /** An earlier day than today. */
  asOf: isoDaySchema.optional(),
});
export type CollectionRequest = z.output<typeof collectionRequestSchema>;

/** The page of a requested file's list. */
export function collectionPage({ query, lang, asOf }: Omit<CollectionRequest, "format">): string {
  const all = new URLSearchParams(query);
  all.set("lang", lang);
  if (asOf !== undefined) all.set("asOf", asOf);
  return `/targets/charts?${all}`;
}
