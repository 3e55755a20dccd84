// The parameters of an office's look in the query of a chart.
import { z } from "zod";
import { TYPEFACES } from "@/lib/charts/layout/figure-choices";
import { colourFault } from "@/lib/charts/model/chart-colour";
import { exactText } from "@/lib/schemas/text";

export const colourSchema = exactText
  .regex(/^#[\da-f]{6}$/, { error: "must be a colour as #rrggbb, in lower case", abort: true })
  .refine((colour) => colourFault(colour) === null, {
    error: "must be readable on white and unlike the colours of target lines and warning lights",
  })
  .optional()
  .meta({ description: "Colour of reported values for screen and colour print; the lights keep theirs" });

export const typefaceSchema = z
  .enum(TYPEFACES, { error: `must be one of ${TYPEFACES.join(", ")}` })
  .default("sans")
  .meta({ description: "Typeface of SVG, PNG, PDF and frames: `sans` (黑体) or `serif` (宋体)" });

export const logoSchema = exactText
  .regex(/^[\da-f]{32}$/, "must be the key of a logo")
  .optional()
  .meta({ description: "Logo of an office, which the studio adds for signed-in users; drawn only with a signature" });
