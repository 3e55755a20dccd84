// What the address of a chart file can ask for.
import { z } from "zod";
import { FIGURE_SIZES, FILE_THEMES, type FileTheme } from "@/lib/charts/figure-choices";
import { HEIGHT_BOUNDS, SCALE_BOUNDS, WIDTH_BOUNDS } from "@/lib/exports/export-bounds";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";

/** Names that addresses given out earlier carry. */
const EARLIER_NAMES: Readonly<Record<string, FileTheme>> = { light: "screen", dark: "wall" };
const THEME_NAMES = [...FILE_THEMES, "light", "dark"] as const;

export function fileThemeSchema(standard: FileTheme) {
  return z
    .enum(THEME_NAMES, { error: `must be one of ${FILE_THEMES.join(", ")}` })
    .default(standard)
    .transform((name) => EARLIER_NAMES[name] ?? (name as FileTheme));
}

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
  theme: fileThemeSchema("screen").meta({
    description: "A bright screen, colour print, grey print or a dark wall; `light` and `dark` are earlier names",
  }),
  size: z
    .enum(FIGURE_SIZES, { error: `must be one of ${FIGURE_SIZES.join(", ")}` })
    .default("default")
    .meta({ description: "`half` and `full` fill half a page's text or all of it; width and height go before it" }),
  width: within(WIDTH_BOUNDS, true).optional().meta({ description: "In pixels at scale 1" }),
  height: within(HEIGHT_BOUNDS, true).optional(),
  text: z
    .enum(["text", "paths"], { error: "must be text or paths" })
    .default("text")
    .meta({ description: "Of an SVG: `paths` looks the same without the font and can no longer be searched" }),
  scale: within(SCALE_BOUNDS, false).default(2).meta({ description: "Pixels per unit of a PNG" }),
  asOf: asOfSchema,
  download: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0"),
});
export type ChartQuery = z.output<typeof chartQuerySchema>;

/** Parameters of the files that hold numbers and no picture: the rest is taken and does nothing. */
export const CHART_FORMATS = ["svg", "png", "pdf", "csv", "xlsx"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];
