// The query parameters of a list of targets. The page ignores invalid ones, the API rejects them.
import { z } from "zod";
import { NO_GROUP } from "@/lib/domain/targets/groupings";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import { FRESHNESSES, LIGHTS, METRIC_KINDS, TARGET_STATES } from "@/lib/domain/targets/types";
import { isoDaySchema } from "@/lib/schemas/iso-day";
import { parseLeniently, toQuery } from "@/lib/schemas/query-input";
import { exactText, singleLine } from "@/lib/schemas/text";

export const TARGET_SORTS = [
  "urgency",
  "code",
  "owner",
  "completion",
  "gap",
  "due",
  "reported",
  ...LABEL_KINDS,
] as const;
export type TargetSort = (typeof TARGET_SORTS)[number];

const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(50);

const labelIds = (kinds: string) =>
  listOf(z.uuid().or(z.literal(NO_GROUP)))
    .default([])
    .describe(`Ids of ${kinds}: targets with one of them; \`none\`: targets without any`);

export const targetFiltersSchema = z.object({
  q: singleLine
    .trim()
    .max(100)
    .default("")
    .describe(
      "Search words for code, title, metric, owner and quote, also as pinyin (jiaotong), first letters (jt) or in the other Chinese script",
    ),
  department: listOf(exactText.regex(/^[a-z0-9-]{1,60}$/))
    .default([])
    .describe("Slugs of owning departments"),
  year: listOf(z.coerce.number().int().min(1949).max(2200)).default([]).describe("Years of the due date"),
  kind: listOf(z.enum(METRIC_KINDS)).default([]),
  light: listOf(z.enum(LIGHTS)).default([]),
  freshness: listOf(z.enum(FRESHNESSES)).default([]),
  state: listOf(z.enum(TARGET_STATES)).default([]),
  section: listOf(exactText.regex(/^([\w-]{1,80}\.[\w-]{1,80}|none)$/))
    .default([])
    .describe(
      "Sections of sources, as source id and section key with a dot: their quotes are promised; `none`: without a quote",
    ),
  topic: labelIds("topics"),
  plan: labelIds("plans"),
  category: labelIds("categories"),
  starred: z.enum(["only"]).optional().describe("Only the targets on the signed-in user's watch list"),
  changedSince: isoDaySchema.optional().describe("Only targets whose light has changed since this day"),
  dueBy: isoDaySchema.optional().describe("Only targets that are due, or have a step due, from today to this day"),
  parts: z
    .enum(["exclude", "include"])
    .default("exclude")
    .describe("Parts of split targets; a split target counts once, so they are excluded by default"),
  sort: z.enum(TARGET_SORTS).default("urgency"),
  order: z.enum(["asc", "desc"]).default("asc"),
  cursor: exactText.max(200).optional().describe("The `nextCursor` of the previous page"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** `limit` null selects every row, where the result must be complete: facts of a bulletin, preview of rules. */
export type TargetFilters = Omit<z.output<typeof targetFiltersSchema>, "limit"> & { readonly limit: number | null };

export const NO_FILTERS: TargetFilters = targetFiltersSchema.parse({});

const LISTS = ["department", "year", "kind", "light", "freshness", "state", "section", ...LABEL_KINDS] as const;
const CONDITIONS = ["q", ...LISTS, "starred", "changedSince", "dueBy", "parts"] as const;

/** The parameters with several values. */
export const LIST_PARAMETERS: ReadonlySet<string> = new Set(LISTS);

/** The filters in a URL. Invalid ones are omitted and named in `ignored`. */
export function parseTargetFilters(params: URLSearchParams): { filters: TargetFilters; ignored: string[] } {
  const { parsed: filters, ignored } = parseLeniently(targetFiltersSchema, params, LIST_PARAMETERS);
  return { filters, ignored };
}

/** The filters as a query string without defaults, so that equal lists have one URL. */
export function filtersToQuery(filters: Partial<TargetFilters>): URLSearchParams {
  return toQuery(filters, NO_FILTERS);
}

export interface Condition {
  readonly field: (typeof CONDITIONS)[number];
  readonly value: string;
  /** The same list without this filter, from its first page. */
  readonly without: TargetFilters;
}

/** The active filters, one by one; excludes order and page. */
export function listConditions(filters: TargetFilters): Condition[] {
  const first = { ...filters, cursor: undefined };
  return CONDITIONS.flatMap((field): Condition[] => {
    const chosen = filters[field];
    if (chosen === undefined) return [];
    if (typeof chosen === "string")
      return chosen === NO_FILTERS[field]
        ? []
        : [{ field, value: chosen, without: { ...first, [field]: NO_FILTERS[field] } }];
    return chosen.map((value) => ({
      field,
      value: String(value),
      without: { ...first, [field]: chosen.filter((other) => other !== value) },
    }));
  });
}

/** The whole list in the same order. */
export function withoutConditions({ sort, order, limit }: TargetFilters): TargetFilters {
  return { ...NO_FILTERS, sort, order, limit };
}
