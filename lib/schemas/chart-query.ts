// The query parameters of a chart file.
import { z } from "zod";
import { FIGURE_SIZES, FILE_THEMES, type FileTheme } from "@/lib/charts/layout/figure-choices";
import type { ChartLogo } from "@/lib/charts/model/chart-model";
import { CHART_TYPES } from "@/lib/charts/model/chart-type";
import { type ChartView, LABEL_CHOICES } from "@/lib/charts/model/chart-view";
import { MOST_COMPARED } from "@/lib/charts/model/multiples-model";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { GROUPINGS } from "@/lib/domain/targets/groupings";
import { HEIGHT_BOUNDS, MILLIMETRES, SCALE_BOUNDS, WIDTH_BOUNDS } from "@/lib/exports/export-bounds";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";
import { colourSchema, logoSchema, typefaceSchema } from "@/lib/schemas/chart-look";
import { isoDaySchema } from "@/lib/schemas/iso-day";
import { exactText, singleLine } from "@/lib/schemas/text";
import type { ChartSubject } from "@/lib/views/chart";

/** Parameter names of older URLs. */
const EARLIER_NAMES: Readonly<Record<string, FileTheme>> = { light: "screen", dark: "wall" };
const THEME_NAMES = [...FILE_THEMES, "light", "dark"] as const;

export function fileThemeSchema(standard: FileTheme) {
  return z
    .enum(THEME_NAMES, { error: `must be one of ${FILE_THEMES.join(", ")}` })
    .default(standard)
    .transform((name) => EARLIER_NAMES[name] ?? (name as FileTheme));
}

/** A number within bounds, with a readable message for other text. */
function within([lowest, highest]: readonly [number, number], isWhole: boolean) {
  const message = `must be a ${isWhole ? "whole " : ""}number between ${lowest} and ${highest}`;
  return exactText
    .regex(/^\d{1,5}(\.\d{1,3})?$/, { error: message, abort: true })
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest && (!isWhole || Number.isInteger(value)), message);
}

/** A parameter that may repeat; the default is an empty list. */
function oneOrMore<T extends z.ZodType>(one: T) {
  return z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(one));
}

const noteDay = isoDaySchema.optional().meta({ description: "Date of the note with the same number" });
const noteText = singleLine
  .trim()
  .max(80, "must be at most 80 characters")
  .optional()
  .meta({ description: "Text of a note, drawn in the chart at its date" });

const CHART_SHAPE = {
  lang: fileLangSchema,
  theme: fileThemeSchema("screen").meta({
    description:
      "For screens, colour print, greyscale print or a dark wall; `light` and `dark` are older names of `screen` and `wall`",
  }),
  size: z
    .enum(FIGURE_SIZES, { error: `must be one of ${FIGURE_SIZES.join(", ")}` })
    .default("default")
    .meta({
      description:
        "`half` and `full` are half a text page and a full one; `width` and `height` override them. The height grows if rows or panels would overlap",
    }),
  width: within(WIDTH_BOUNDS, true).optional().meta({ description: "Width in pixels at scale 1" }),
  height: within(HEIGHT_BOUNDS, true).optional(),
  text: z
    .enum(["text", "paths"], { error: "must be text or paths" })
    .default("text")
    .meta({ description: "SVG only: `paths` renders the same without the font, but its text cannot be searched" }),
  scale: within(SCALE_BOUNDS, false).default(2).meta({ description: "PNG only: pixels per unit" }),
  asOf: asOfSchema,
  download: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0"),
  from: isoDaySchema.optional().meta({ description: "First day shown" }),
  to: isoDaySchema.optional().meta({ description: "Last day shown" }),
  hide: oneOrMore(exactText.max(400))
    .transform((given) => given.flatMap((one) => one.split(",")).filter(Boolean))
    .meta({ description: "Keys of hidden series or rows, comma-separated or repeated" }),
  on1: noteDay,
  note1: noteText,
  on2: noteDay,
  note2: noteText,
  on3: noteDay,
  note3: noteText,
  on4: noteDay,
  note4: noteText,
  title: singleLine.trim().max(120, "must be at most 120 characters").optional(),
  source: singleLine
    .trim()
    .max(120, "must be at most 120 characters")
    .optional()
    .meta({ description: "Replaces the source of the data in the figure" }),
  footnote: singleLine.trim().max(200, "must be at most 200 characters").optional(),
  type: z
    .enum(CHART_TYPES, { error: `must be one of ${CHART_TYPES.join(", ")}` })
    .optional()
    .meta({
      description:
        "Totals have `line`, `bar` and `bullet`; levels, growth and ratios `line`, `dot` and `bullet`; ranks `line` and `dot`; departments and comparisons by completion `bar` and `dot`. The first is the default; data files do not depend on it, except that `bullet` has the latest value only",
    }),
  labels: z
    .enum(LABEL_CHOICES, { error: `must be one of ${LABEL_CHOICES.join(", ")}` })
    .default("on")
    .meta({
      description:
        "`on` names lines next to them; `points` writes the value next to each reported point too, where there is room; `off` leaves the names of lines to the legend",
    }),
  mmWidth: within(MILLIMETRES, false).optional().meta({ description: "Width in millimetres, instead of pixels" }),
  mmHeight: within(MILLIMETRES, false).optional(),
  colour: colourSchema,
  typeface: typefaceSchema,
  logo: logoSchema,
  sig: exactText.max(60).optional().meta({
    description:
      "Signature of title, notes, source, footnote and logo, which the studio adds for signed-in users; without it they are marked as the reader's",
  }),
};

/** The own words of a chart and its logo, which are signed. */
export function ownWords(query: ChartQuery): readonly string[] {
  const notes = notesOf(query).flatMap(({ number, on, text }) => (on && text ? [`${number} ${on} ${text}`] : []));
  const logo = query.logo === undefined ? [] : [`logo ${query.logo}`];
  const words = [query.title ?? "", query.source ?? "", query.footnote ?? "", ...notes, ...logo];
  return words.some(Boolean) ? words : [];
}

interface Period {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

function checkPeriod({ from, to }: Period, context: z.RefinementCtx): void {
  if (from === undefined || to === undefined || from <= to) return;
  context.addIssue({ code: "custom", path: ["to"], message: "must not be before `from`" });
}

/** An incomplete note is an error in a chart URL; in the studio it is one that is being typed. */
function checkNotes(query: NoteFields, context: z.RefinementCtx): void {
  for (const { number, on, text } of notesOf(query)) {
    const missing = on === undefined ? "on" : text === undefined ? "note" : null;
    if (missing === null) continue;
    context.addIssue({
      code: "custom",
      path: [`${missing}${number}`],
      message: "is missing: a note needs a date and a text",
    });
  }
}

const chartShape = z.strictObject(CHART_SHAPE);
export type ChartQuery = z.output<typeof chartShape>;
export const chartQuerySchema = chartShape.superRefine(checkPeriod).superRefine(checkNotes);

const OVERVIEW_SHAPE = {
  ...CHART_SHAPE,
  by: z
    .enum(GROUPINGS, { error: `must be one of ${GROUPINGS.join(", ")}` })
    .default("department")
    .meta({ description: "What the rows are; a target in several plans (topics, categories) counts in each" }),
};
export const overviewQuerySchema = z.strictObject(OVERVIEW_SHAPE).superRefine(checkPeriod).superRefine(checkNotes);
export type OverviewQuery = z.output<typeof overviewQuerySchema>;

/** The overview's chart by what the query names. */
export function overviewSubject({ by }: Pick<OverviewQuery, "by">): ChartSubject {
  return by === "department" ? { of: "overview" } : { of: "overview", by };
}

type NoteFields = Pick<ChartQuery, "on1" | "note1" | "on2" | "note2" | "on3" | "note3" | "on4" | "note4">;

interface NumberedNote {
  readonly number: number;
  readonly on: IsoDate | undefined;
  readonly text: string | undefined;
}

/** The notes by number, complete or not; empty ones are omitted. */
export function notesOf(query: NoteFields): NumberedNote[] {
  const { on1, note1, on2, note2, on3, note3, on4, note4 } = query;
  const pairs = [
    [on1, note1],
    [on2, note2],
    [on3, note3],
    [on4, note4],
  ] as const;
  return pairs.flatMap(([on, text], index) =>
    on === undefined && !text ? [] : [{ number: index + 1, on, text: text || undefined }],
  );
}

/** How targets are compared: in panels with separate scales, or by completion. */
export const COMPARISONS = ["multiples", "shares"] as const;

const codesSchema = oneOrMore(exactText.max(400))
  .transform((given) => [...new Set(given.flatMap((one) => one.split(",")).filter(Boolean))])
  .refine((codes) => codes.length <= MOST_COMPARED, `must be at most ${MOST_COMPARED} targets`);
const COMPARE_SHAPE = {
  ...CHART_SHAPE,
  targets: codesSchema.meta({ description: "Codes of the targets, at most eight" }),
  as: z.enum(COMPARISONS, { error: `must be one of ${COMPARISONS.join(", ")}` }).default("multiples"),
};
export const compareQuerySchema = z.strictObject(COMPARE_SHAPE).superRefine(checkPeriod).superRefine(checkNotes);
export type CompareQuery = z.output<typeof compareQuerySchema>;

/** The studio's parameters: those of its charts, and the selected chart. */
export const studioQuerySchema = z
  .strictObject({
    ...OVERVIEW_SHAPE,
    ...COMPARE_SHAPE,
    department: exactText.max(60).optional(),
    find: singleLine.max(100).optional(),
  })
  .superRefine(checkPeriod);
export type StudioQuery = z.output<typeof studioQuerySchema>;

export const CHART_FORMATS = ["svg", "png", "pdf", "csv", "xlsx"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/**
 * The part of a chart that the query selects.
 * @param isSigned its words are of the office.
 * @param logo the one that the query names.
 */
export function toChartView(query: ChartQuery, isSigned: boolean, logo: ChartLogo | null): ChartView {
  return {
    from: query.from ?? null,
    to: query.to ?? null,
    hide: new Set(query.hide),
    notes: notesOf(query).flatMap(({ on, text }) => (on === undefined || text === undefined ? [] : [{ on, text }])),
    title: query.title || null,
    source: query.source || null,
    footnote: query.footnote || null,
    labels: query.labels,
    type: query.type ?? null,
    colour: query.colour ?? null,
    typeface: query.typeface,
    logo: isSigned ? logo : null,
    isSigned,
  };
}
