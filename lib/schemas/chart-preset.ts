// The presets of the chart studio: which of its options they contain, and the forms that change them.
import { z } from "zod";
import { chartQuerySchema } from "@/lib/schemas/chart-query";
import { exactText, singleLine } from "@/lib/schemas/text";

/** The look of a figure, not what it shows. The logo is stored on its own. */
const PRESET_FIELDS = [
  "theme",
  "size",
  "width",
  "height",
  "mmWidth",
  "mmHeight",
  "labels",
  "colour",
  "typeface",
  "source",
  "footnote",
] as const;

export const LOGO_ENDINGS = ["png", "jpg", "jpeg"] as const;
export const MAX_LOGO_BYTES = 1024 * 1024;

function pickFields(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    PRESET_FIELDS.flatMap((name) => {
      const value = query.get(name);
      return value === null || value === "" ? [] : [[name, value]];
    }),
  );
}

const presetName = singleLine.trim().min(1).max(60);
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const chartPresetSchema = z.object({
  name: presetName,
  /** Slug of a department; empty for the supervision office. */
  owner: exactText.max(60),
  shared: ticked,
  /** The query of the shown chart. */
  query: exactText
    .max(4000)
    .transform((query) => new URLSearchParams(query))
    .refine((query) => chartQuerySchema.safeParse(Object.fromEntries(pickFields(query))).success)
    .transform((query) => ({ options: pickFields(query).toString(), logo: query.get("logo") })),
  /** A browser sends an empty file if none is selected. */
  logo: z.instanceof(File).optional(),
});
export const presetRenamingSchema = z.object({ id: z.uuid(), name: presetName });
export const presetChoiceSchema = z.object({ id: z.uuid() });

/** The query of a chart with the look of a preset instead of its own. */
export function withPreset(
  query: URLSearchParams,
  preset: { readonly options: string; readonly logoKey: string | null },
): URLSearchParams {
  const params = new URLSearchParams(query);
  // The signature is of the former words.
  for (const name of [...PRESET_FIELDS, "logo", "sig"]) params.delete(name);
  for (const [name, value] of new URLSearchParams(preset.options)) params.set(name, value);
  if (preset.logoKey !== null) params.set("logo", preset.logoKey);
  return params;
}
