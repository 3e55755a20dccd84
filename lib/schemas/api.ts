// Requests and responses of the API under /api/v1. openapi.json is generated from these schemas.
import { z } from "zod";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import {
  COMPARATORS,
  FRESHNESSES,
  LIGHTS,
  METRIC_KINDS,
  TARGET_STATES,
  UNKNOWN_REASONS,
} from "@/lib/domain/targets/types";
import { DEFAULT_LANGUAGE, LANGUAGES } from "@/lib/i18n/languages";
import { isoDaySchema } from "@/lib/schemas/iso-day";
import { targetFiltersSchema } from "@/lib/schemas/target-list";
import { figureText, multiLine } from "@/lib/schemas/text";

const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ id: "Decimal", description: "A number as decimal text, in the metric's unit", example: "402" });

const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== null)
  .meta({ id: "Day", description: "A calendar day, YYYY-MM-DD", format: "date", example: "2023-09-30" });

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);
const code = z.string().min(1).max(40).meta({ example: "NT-T02" });

const namedLanguage = z.enum(["zh", ...LANGUAGES]).transform((lang) => (lang === "zh" ? "zh-CN" : lang));

/** The language of data, independent of the user. */
const langSchema = namedLanguage
  .default(DEFAULT_LANGUAGE)
  .meta({ description: "Language of names and texts; zh-CN unless asked otherwise" });

/** The language of a file; the default is the user's language. */
export const fileLangSchema = namedLanguage
  .optional()
  .meta({ description: "The reader's own language unless asked otherwise" });

/** Today or an earlier day; shows what was known at its end. */
export const asOfSchema = isoDaySchema
  .optional()
  .meta({ description: "Show what was known at the end of this day; today unless asked otherwise", format: "date" });

export const targetQuerySchema = z.strictObject({ lang: langSchema, asOf: asOfSchema });
export const targetListQuerySchema = z.strictObject({
  ...targetFiltersSchema.shape,
  lang: langSchema,
  asOf: asOfSchema,
});
export const targetPathSchema = z.object({ code });

const revised = z.record(z.string(), z.unknown()).meta({ description: "The changed terms, field by field" });
const nameSchema = z.object({ slug, name: z.string() });

export const targetSchema = z
  .strictObject({
    code,
    title: z.string(),
    owner: nameSchema,
    metric: z.strictObject({
      name: z.string(),
      unit: z.string().meta({ description: "As printed; empty for milestones and yes-no", example: "亿元" }),
      kind: z.enum(METRIC_KINDS),
    }),
    comparator: z.enum(COMPARATORS),
    targetValue: decimal.nullable().meta({ description: "Null while the value is not set" }),
    upperValue: decimal.nullable().meta({ description: "The upper bound of `between`" }),
    stretchValue: decimal.nullable(),
    baseline: z
      .strictObject({
        value: decimal,
        year: z.int(),
        derived: z.boolean().meta({ description: "Worked out from other printed figures, not printed itself" }),
      })
      .nullable(),
    year: z.int().meta({ description: "The year of the due date" }),
    startOn: day,
    dueOn: day,
    state: z.enum(TARGET_STATES),
    quote: z
      .strictObject({ text: z.string().meta({ description: "The sentence as printed" }), sourceId: z.string() })
      .nullable(),
    latest: z
      .strictObject({
        value: decimal.nullable().meta({ description: "A ratio's in %, a milestone's number of finished steps" }),
        asOf: day,
        sample: z.boolean().meta({ description: "True for illustrative progress that nobody reported" }),
      })
      .nullable(),
    completionRatio: z.number().nullable().meta({ description: "Completion: share of the way done; 1 is all of it" }),
    expectedRatio: z
      .number()
      .nullable()
      .meta({ description: "Expected completion: share of the way planned at the latest value's day" }),
    gapPoints: z
      .number()
      .nullable()
      .meta({ description: "Gap: percentage points ahead of the plan (positive is better)" }),
    light: z.enum(LIGHTS),
    freshness: z.enum(FRESHNESSES),
    adjusted: z.boolean().meta({ description: "The terms are not those the target was issued with: 目标已调整" }),
    original: z
      .strictObject({
        comparator: z.enum(COMPARATORS),
        targetValue: decimal.nullable(),
        upperValue: decimal.nullable(),
        stretchValue: decimal.nullable(),
        startOn: day,
        dueOn: day,
      })
      .nullable()
      .meta({ description: "What it was issued with, where that is no longer in force" }),
  })
  .meta({ id: "Target" });
export type TargetJson = z.output<typeof targetSchema>;

export const targetDetailSchema = z
  .strictObject({
    ...targetSchema.shape,
    reason: z.enum(UNKNOWN_REASONS).nullable().meta({ description: "Why a ratio or the gap is null" }),
    supporting: z.array(nameSchema),
    readings: z
      .array(
        z.strictObject({
          asOf: day,
          value: decimal.nullable(),
          numerator: decimal.nullable(),
          denominator: decimal.nullable(),
          completedSteps: z.array(z.strictObject({ key: z.string(), doneOn: day })),
          sample: z.boolean(),
        }),
      )
      .meta({ description: "Approved values by their day, corrections applied" }),
    steps: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        weight: z.number(),
        plannedOn: day,
        printed: z.boolean().meta({ description: "False for steps that are a planning assumption" }),
      }),
    ),
    revisions: z.array(
      z.strictObject({
        revisedAt: z.iso.datetime(),
        reason: z.string(),
        authority: z.string(),
        before: revised,
        after: revised,
      }),
    ),
  })
  .meta({ id: "TargetDetail" });
export type TargetDetailJson = z.output<typeof targetDetailSchema>;

export const departmentSchema = z
  .strictObject({
    slug,
    name: z.string(),
    parentSlug: slug.nullable(),
    total: z.int().meta({ description: "Readable targets it owns" }),
    late: z.int().meta({ description: "Targets whose report is past its cut-off" }),
    lights: z.record(z.enum(LIGHTS), z.int()).meta({ description: "How many targets stand at each light" }),
  })
  .meta({ id: "Department" });
export type DepartmentJson = z.output<typeof departmentSchema>;

export function listSchema<T extends z.ZodType>(item: T) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: "Pass as `cursor` for the next page; null on the last" }),
  });
}

const figure = (description: string) => figureText.optional().meta({ description });
const typed = (description: string) => multiLine.optional().meta({ description });

/** A report; the metric's kind decides which measures are required. */
export const updateBodySchema = z
  .strictObject({
    asOf: z.string().meta({ description: "The day the value speaks of, e.g. 2023-09-30" }),
    value: figure(
      "Decimal text in the metric's unit, below zero too, or with a unit that converts into it (350亿 for 亿元); a place for a rank, 1 or 0 for yes or no; for a ratio the published percentage, where numerator and denominator are not known",
    ),
    numerator: figure("For a ratio, with the denominator"),
    denominator: figure("For a ratio, above zero"),
    steps: z
      .array(z.strictObject({ key: z.string(), doneOn: z.string() }))
      .optional()
      .meta({ description: "Finished milestone steps, all of them, with their days" }),
    note: typed("Needed where a total went down and for a correction"),
    problems: typed("What is in the way"),
    nextStep: typed("What comes next"),
    evidence: typed("A document's name and number, or its address"),
    supersedes: z.uuid().optional().meta({ description: "The id of the approved update that this one corrects" }),
  })
  .meta({ id: "UpdateBody" });
export type UpdateBody = z.output<typeof updateBodySchema>;

export const updateCreatedSchema = z
  .strictObject({ id: z.uuid().meta({ description: "The submitted update" }), version: z.int() })
  .meta({ id: "UpdateMade" });
export type UpdateCreatedJson = z.output<typeof updateCreatedSchema>;

/** RFC 9457. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z
      .array(z.strictObject({ name: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Each wrong parameter or field, and what is wrong with it" }),
  })
  .meta({ id: "Problem" });
export type ProblemJson = z.output<typeof problemSchema>;

export const healthSchema = z
  .strictObject({
    status: z.enum(["ok", "unavailable"]),
    database: z.strictObject({
      state: z.enum(["reachable", "unreachable"]),
      engine: z.enum(["embedded", "postgresql"]),
      latencyMs: z.number().nullable(),
    }),
    version: z.string(),
  })
  .meta({ id: "Health" });
export type HealthJson = z.output<typeof healthSchema>;
