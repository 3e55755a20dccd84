// What the address of a chart file can ask for.
import { z } from "zod";
import { type ChartView, MOST_NOTES } from "@/lib/charts/chart-view";
import { FIGURE_SIZES, FILE_THEMES, type FileTheme } from "@/lib/charts/figure-choices";
import { MOST_COMPARED } from "@/lib/charts/multiples-model";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { HEIGHT_BOUNDS, SCALE_BOUNDS, WIDTH_BOUNDS } from "@/lib/exports/export-bounds";
import { asOfSchema, fileLangSchema, isoDaySchema } from "@/lib/schemas/api";

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

/** A parameter that may repeat; none at all is an empty list. */
function oneOrMore<T extends z.ZodType>(one: T) {
  return z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(one));
}

const CHART_SHAPE = {
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
  from: isoDaySchema.optional().meta({ description: "First day shown" }),
  to: isoDaySchema.optional().meta({ description: "Last day shown" }),
  hide: oneOrMore(z.string().max(400))
    .transform((given) => given.flatMap((one) => one.split(",")).filter(Boolean))
    .meta({ description: "Series or rows left out, by key; may repeat or be parted by commas" }),
  noteOn: oneOrMore(isoDaySchema).meta({ description: "Days of the notes, in the order of `note`" }),
  note: oneOrMore(z.string().trim().min(1).max(80, "must be no longer than 80 characters")).meta({
    description: "Notes set into the picture, at most four, each with its `noteOn`",
  }),
  title: z.string().trim().max(120, "must be no longer than 120 characters").optional(),
};

interface Ordered {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly noteOn: readonly IsoDate[];
  readonly note: readonly string[];
}

/** What no field can tell by itself. */
function checkTogether({ from, to, noteOn, note }: Ordered, context: z.RefinementCtx): void {
  const wrong = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
  if (from !== undefined && to !== undefined && from > to) wrong("to", "must not be before the first day");
  if (noteOn.length !== note.length) wrong("note", "needs a day and a text each");
  if (note.length > MOST_NOTES) wrong("note", `must be no more than ${MOST_NOTES}`);
}

export const chartQuerySchema = z.strictObject(CHART_SHAPE).superRefine(checkTogether);
export type ChartQuery = z.output<typeof chartQuerySchema>;

/** How targets are compared: each on its own scales, or completion against completion. */
export const COMPARISONS = ["multiples", "shares"] as const;

const codesSchema = oneOrMore(z.string().max(400))
  .transform((given) => [...new Set(given.flatMap((one) => one.split(",")).filter(Boolean))])
  .refine((codes) => codes.length <= MOST_COMPARED, `must be no more than ${MOST_COMPARED}`);
const COMPARE_SHAPE = {
  ...CHART_SHAPE,
  targets: codesSchema.meta({ description: "Codes of the targets, at most eight" }),
  as: z.enum(COMPARISONS, { error: `must be one of ${COMPARISONS.join(", ")}` }).default("multiples"),
};
export const compareQuerySchema = z.strictObject(COMPARE_SHAPE).superRefine(checkTogether);
export type CompareQuery = z.output<typeof compareQuerySchema>;

/** The studio takes what its charts take, and which chart it is. */
export const studioQuerySchema = z
  .strictObject({ ...COMPARE_SHAPE, department: z.string().max(60).optional() })
  .superRefine(checkTogether);
export type StudioQuery = z.output<typeof studioQuerySchema>;

/** What of a chart the query asks to see. */
export function chartViewOf({ from, to, hide, noteOn, note, title }: ChartQuery): ChartView {
  return {
    from: from ?? null,
    to: to ?? null,
    hide: new Set(hide),
    notes: note.flatMap((text, index) => {
      const on = noteOn[index];
      return on === undefined ? [] : [{ on, text }];
    }),
    title: title || null,
  };
}

/** Parameters of the files that hold numbers and no picture: the rest is taken and does nothing. */
export const CHART_FORMATS = ["svg", "png", "pdf", "csv", "xlsx"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** The query of a chart's address: what differs from the standard, in one order, so that one chart has one address. */
export function chartParams(query: Partial<CompareQuery>): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | undefined, standard?: string) => {
    if (value !== undefined && value !== "" && value !== standard) params.append(name, String(value));
  };
  put("targets", query.targets?.join(","));
  put("as", query.as, "multiples");
  put("lang", query.lang);
  put("theme", query.theme, "screen");
  put("size", query.size, "default");
  put("width", query.width);
  put("height", query.height);
  put("text", query.text, "text");
  put("asOf", query.asOf);
  put("from", query.from);
  put("to", query.to);
  put("hide", query.hide?.join(","));
  put("title", query.title);
  for (const [index, text] of (query.note ?? []).entries()) {
    put("noteOn", query.noteOn?.[index]);
    put("note", text);
  }
  return params;
}
