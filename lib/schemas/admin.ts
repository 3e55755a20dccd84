// Input of administrators. Messages are keys under `form.errors`.
import { z } from "zod";
import { COLOURS } from "@/lib/domain/instructions/workflow";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { RULED_KINDS } from "@/lib/domain/targets/rule-sets";
import { GAP_MEASURES, type KindBounds, type MetricKind } from "@/lib/domain/targets/types";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import { exactText, figureText, singleLine } from "@/lib/schemas/text";

const needed = singleLine.trim().min(1, "required").max(100, "too-long");
const blankAsNull = singleLine.trim().transform((text) => (text === "" ? null : text));
const officeRole = blankAsNull.pipe(z.enum(OFFICE_ROLES, { error: "unknown" }).nullable());
const departmentRole = z.enum(DEPARTMENT_ROLES, { error: "unknown" });

export const invitationSchema = z.object({
  name: needed,
  email: z.email("not-an-email").max(254, "too-long"),
  officeRole,
  department: blankAsNull,
  role: departmentRole,
});

export const officeRoleSchema = z.object({ userId: exactText.min(1), officeRole });
export const membershipSchema = z.object({ userId: exactText.min(1), department: needed, role: departmentRole });
export const endMembershipSchema = z.object({ membershipId: z.uuid() });
export const userSchema = z.object({ userId: exactText.min(1) });
export const userDisabledSchema = z.object({ userId: exactText.min(1), disabled: z.enum(["yes", "no"]) });
export const newDepartmentSchema = z.object({
  slug: exactText.trim().regex(/^[a-z0-9][a-z0-9-]{0,58}$/, "not-a-slug"),
  name: needed,
  nameEn: needed,
  parentSlug: blankAsNull,
});
export const departmentRenameSchema = z.object({ slug: exactText, name: needed, nameEn: needed });
export const departmentCloseSchema = z.object({ slug: exactText, mergedInto: blankAsNull });

const bound = figureText.transform((text, context) => {
  const parsed = parseDecimalText(text);
  const value = parsed.ok ? parsed.value : null;
  if (value?.abs().lt(1000) && value.decimalPlaces() <= 4) return value.toNumber();
  context.issues.push({ code: "custom", input: text, message: "not-a-number" });
  return z.NEVER;
});
const boundsSchema = z.object({ aheadFrom: bound, onTrackFrom: bound, behindFrom: bound });

const kindBoundsSchema = z.object({ measure: z.enum(GAP_MEASURES), ...boundsSchema.shape });

/** Bounds as typed: general ones, and for each kind with a measure its own, such as `growth.aheadFrom`. */
export const rulesSchema = z
  .looseObject(boundsSchema.shape)
  .transform(({ aheadFrom, onTrackFrom, behindFrom, ...form }, context) => {
    const kinds: Partial<Record<MetricKind, KindBounds>> = {};
    for (const kind of RULED_KINDS) {
      if ((form[`${kind}.measure`] ?? "") === "") continue;
      const own = kindBoundsSchema.safeParse({
        measure: form[`${kind}.measure`],
        aheadFrom: form[`${kind}.aheadFrom`],
        onTrackFrom: form[`${kind}.onTrackFrom`],
        behindFrom: form[`${kind}.behindFrom`],
      });
      if (own.success) kinds[kind] = own.data;
      else
        for (const { path } of own.error.issues) {
          context.issues.push({
            code: "custom",
            input: form,
            path: [`${kind}.${String(path[0])}`],
            message: "not-a-number",
          });
        }
    }
    return { aheadFrom, onTrackFrom, behindFrom, kinds };
  });

export const slipRuleSchema = z.object({
  key: exactText.max(60),
  afterDays: z.coerce
    .number({ error: "not-a-number" })
    .int("not-a-number")
    .min(0, "not-a-number")
    .max(366, "not-a-number"),
  colour: z.enum(COLOURS, { error: "unknown" }),
  isEnabled: z
    .literal("on")
    .optional()
    .transform((on) => on === "on"),
});

export const siteSettingsSchema = z.object({
  showsNames: z.enum(["yes", "no"], { error: "unknown" }).transform((choice) => choice === "yes"),
});
