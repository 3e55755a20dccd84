// What the address of a chart file can ask for.
import { z } from "zod";
import { HEIGHT_BOUNDS, SCALE_BOUNDS, WIDTH_BOUNDS } from "@/lib/exports/export-bounds";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";

const THEMES = ["light", "dark", "grey"] as const;

/** A number within bounds; text that is none says so in plain words. */
function within([lowest, highest]: readonly [number, number], isWhole: boolean) {
  const message = `must be a ${isWhole ? "whole " : ""}number between ${lowest} and ${highest}`;
  return z
    .string()
    .regex(/^\d{1,5}(\.\d{1,3})?$/, { error: message, abort: true })
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest && (!isWhole || Number.isInteger(value)), message);
}

export const chartQuerySchema = z.strictObject({
  lang: fileLangSchema,
  theme: z
    .enum(THEMES, { error: `must be one of ${THEMES.join(", ")}` })
    .default("light")
    .meta({ description: "`grey` is for black-and-white print" }),
  width: within(WIDTH_BOUNDS, true).optional().meta({ description: "In pixels at scale 1" }),
  height: within(HEIGHT_BOUNDS, true).optional(),
  scale: within(SCALE_BOUNDS, false).default(2).meta({ description: "Pixels per unit of a PNG" }),
  asOf: asOfSchema,
  download: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0"),
});
export type ChartQuery = z.output<typeof chartQuerySchema>;

/** Parameters of the files that hold numbers and no picture: the rest is taken and does nothing. */
export const CHART_FORMATS = ["svg", "png", "pdf", "csv", "xlsx"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];
