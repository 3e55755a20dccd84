// Requests and responses of the API under /api/v1. openapi.json is generated from these schemas.
import { z } from "zod";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import {
  BASELINE_ORIGINS,
  COMPARATORS,
  FRESHNESSES,
  JUDGINGS,
  LIGHTS,
  METRIC_KINDS,
  TARGET_STATES,
  UNKNOWN_REASONS,
} from "@/lib/domain/targets/types";
import { DEFAULT_LANGUAGE, LANGUAGES } from "@/lib/i18n/languages";
import { labelsSchema } from "@/lib/schemas/api-labels";
import { stepsSchema } from "@/lib/schemas/api-steps";
import { isoDaySchema } from "@/lib/schemas/iso-day";
import { targetFiltersSchema } from "@/lib/schemas/target-list";

const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ id: "Decimal", description: "A decimal number as text, in the metric's unit", example: "402" });

const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== null)
  .meta({ id: "Day", description: "A calendar day, YYYY-MM-DD", format: "date", example: "2023-09-30" });

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);

const code = z.string().min(1).max(40).meta({ example: "NT-T02" });

const namedLanguage = z.enum(["zh", ...LANGUAGES]).transform((lang) => (lang === "zh" ? "zh-CN" : lang));

/** The language of data, independent of the user. */
const langSchema = namedLanguage.default(DEFAULT_LANGUAGE).meta({ description: "Language of names and texts" });

/** The language of a file; the default is the user's language. */
export const fileLangSchema = namedLanguage
  .optional()
  .meta({ description: "Language of the file. Default: the language of the user" });

/** Today or an earlier day; shows what was known at its end. */
export const asOfSchema = isoDaySchema
  .optional()
  .meta({ description: "Return the data as known at the end of this day. Default: today", format: "date" });

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
    supporting: z.array(nameSchema),
    responsiblePost: z
      .string()
      .nullable()
      .meta({ description: "The post that answers for it, as the office names it" }),
    leaderInCharge: z.string().nullable(),
    metric: z.strictObject({
      name: z.string(),
      unit: z.string().meta({ description: "As printed; empty for milestones and yes-no", example: "亿元" }),
      unitEn: z.string().nullable().meta({
        description: "The metric's own English unit, as it stands after a number; null if it has none",
        example: "schools",
      }),
      kind: z.enum(METRIC_KINDS),
    }),
    comparator: z.enum(COMPARATORS),
    orBetter: z.boolean().meta({
      description: "For `equal` and `about`: true if a value better than the figure meets the promise as well",
    }),
    tolerance: decimal
      .nullable()
      .meta({ description: "For `about`: by how much a value may miss the figure; null for 5 % of it" }),
    judging: z.enum(JUDGINGS).meta({ description: "How the readings count" }),
    targetValue: decimal.nullable().meta({
      description: "Null while the value is not set, and for a rank within a share of its peers",
    }),
    upperValue: decimal.nullable().meta({ description: "The upper bound of `between`" }),
    stretchValue: decimal.nullable(),
    baseline: z
      .strictObject({
        value: decimal,
        year: z.int(),
        derived: z.boolean().meta({ description: "True if the value is computed from other printed figures" }),
        origin: z.enum(BASELINE_ORIGINS).meta({
          description: "Printed in the source, derived from printed figures, or entered by hand without a source",
        }),
        provisional: z.boolean().meta({ description: "True until the final value of the earlier year replaces it" }),
      })
      .nullable(),
    year: z.int().meta({ description: "The year of the due date" }),
    startOn: day,
    dueOn: day,
    publicationLagMonths: z
      .int()
      .meta({ description: "Months after each period until its figure is published and its report opens" }),
    periodAssumed: z.boolean().meta({ description: "The start or due date within the year is a planning assumption" }),
    state: z.enum(TARGET_STATES),
    labels: labelsSchema,
    quote: z
      .strictObject({ text: z.string().meta({ description: "The sentence as printed" }), sourceId: z.string() })
      .nullable(),
    latest: z
      .strictObject({
        value: decimal
          .nullable()
          .meta({ description: "In % for a ratio; the number of completed steps for a milestone" }),
        asOf: day,
        sample: z.boolean().meta({ description: "True for illustrative progress, which is not a report" }),
      })
      .nullable(),
    completionRatio: z.number().nullable().meta({ description: "Completion as a ratio; 1 is complete" }),
    expectedRatio: z
      .number()
      .nullable()
      .meta({ description: "Completion that the plan expects on the date of the latest value" }),
    gapPoints: z.number().nullable().meta({
      description: "Completion minus expected completion, in percentage points; positive is ahead of the plan",
    }),
    gapValue: decimal.nullable().meta({
      description: "The gap in the metric's unit (places for a rank, steps for a milestone); positive is better",
    }),
    judgedValue: decimal.nullable().meta({ description: "The judged average, best value or sum; null: the latest" }),
    light: z.enum(LIGHTS),
    freshness: z.enum(FRESHNESSES),
    adjusted: z
      .boolean()
      .meta({ description: "True if the terms have changed since the target was issued: 目标已调整" }),
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
      .meta({ description: "The issued terms; null if they have not changed" }),
  })
  .meta({ id: "Target" });

export type TargetJson = z.output<typeof targetSchema>;

export const targetDetailSchema = z
  .strictObject({
    ...targetSchema.shape,
    reason: z.enum(UNKNOWN_REASONS).nullable().meta({ description: "Why a ratio or the gap is null" }),
    readings: z
      .array(
        z.strictObject({
          asOf: day,
          value: decimal.nullable(),
          numerator: decimal.nullable(),
          denominator: decimal.nullable(),
          peers: z.int().nullable().meta({ description: "Of a rank: the number of places; null if unknown" }),
          completedSteps: z.array(z.strictObject({ key: z.string(), doneOn: day })),
          sample: z.boolean(),
        }),
      )
      .meta({ description: "Approved values by date, with corrections applied" }),
    steps: stepsSchema(day),
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
    divisionCode: z.string().nullable().meta({ description: "Administrative division code (GB/T 2260), six digits" }),
    creditCode: z.string().nullable().meta({ description: "Unified social credit code (GB 32100), 18 characters" }),
    total: z.int().meta({ description: "Visible targets that the department owns" }),
    late: z.int().meta({ description: "Targets with a late report" }),
    lights: z.record(z.enum(LIGHTS), z.int()).meta({ description: "Number of targets by light" }),
  })
  .meta({ id: "Department" });

export type DepartmentJson = z.output<typeof departmentSchema>;

export function listSchema<T extends z.ZodType>(item: T) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .meta({ description: "Pass as `cursor` to get the next page; null on the last page" }),
  });
}

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
      .meta({ description: "Each invalid parameter or field with the reason" }),
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
