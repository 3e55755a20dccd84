// Input for a metric, with a new target or in administration. Messages are keys under `form.errors`.
import { z } from "zod";
import { DIRECTIONS, METRIC_KINDS } from "@/lib/domain/targets/types";
import { exactText, multiLine, singleLine } from "@/lib/schemas/text";

const needed = singleLine.trim().min(1, "required").max(200, "too-long");
const text = multiLine.trim().max(1000, "too-long").default("");

export const metricSchema = z.object({
  name: needed,
  /** Shown as the Chinese name where it is blank. */
  nameEn: singleLine.trim().max(200, "too-long").default(""),
  unit: singleLine.trim().max(20, "too-long").default(""),
  /** Blank: the known English word of the unit, or the unit itself. */
  unitEn: singleLine
    .trim()
    .max(40, "too-long")
    .default("")
    .transform((text) => text || null),
  kind: z.enum(METRIC_KINDS, { error: "unknown" }),
  direction: z.enum(DIRECTIONS, { error: "unknown" }),
  precision: singleLine
    .trim()
    .regex(/^[0-6]$/, "not-a-precision")
    .transform(Number),
  definition: text,
});
export type NewMetric = z.output<typeof metricSchema>;

export const metricEditSchema = metricSchema
  .extend({
    key: exactText.max(200),
    version: z.coerce.number().int(),
    definitionEn: text,
    dataSource: text,
    dataSourceEn: text,
  })
  .refine(({ kind, direction }) => kind !== "rank" || direction === "decrease", {
    path: ["direction"],
    message: "rank-decreases",
  });
export type MetricEdit = z.output<typeof metricEditSchema>;
