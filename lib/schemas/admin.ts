// Input of administrators. Messages are keys under `form.errors`.
import { z } from "zod";
import { isCreditCode, isDivisionCode } from "@/lib/domain/departments/codes";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { exactText, singleLine } from "@/lib/schemas/text";

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
const divisionCode = blankAsNull.refine((code) => code === null || isDivisionCode(code), "not-a-division-code");
const creditCode = blankAsNull
  .transform((code) => code?.toUpperCase() ?? null)
  .refine((code) => code === null || isCreditCode(code), "not-a-credit-code");

export const newDepartmentSchema = z.object({
  slug: blankAsNull.pipe(exactText.regex(/^[a-z0-9][a-z0-9-]{0,58}$/, "not-a-slug").nullable()),
  name: needed,
  nameEn: singleLine
    .trim()
    .max(100, "too-long")
    .transform((name) => name || null),
  parentSlug: blankAsNull,
  divisionCode,
  creditCode,
});
export const departmentRenameSchema = z.object({ slug: exactText, name: needed, nameEn: needed });
export const departmentCodesSchema = z.object({ slug: exactText, divisionCode, creditCode });
export const departmentCloseSchema = z.object({ slug: exactText, mergedInto: blankAsNull });

export const handOverSchema = z.object({
  membershipId: z.uuid(),
  recipientId: exactText.min(1, "required").max(100),
  /** Of the preview. */
  digest: exactText.min(1).max(100),
  movesTo: blankAsNull,
  /** A checkbox: absent if it is not ticked. */
  disables: z
    .enum(["yes"])
    .optional()
    .transform((ticked) => ticked === "yes"),
});
export type HandOverInput = z.output<typeof handOverSchema>;

export const siteSettingsSchema = z.object({
  showsNames: z.enum(["yes", "no"], { error: "unknown" }).transform((choice) => choice === "yes"),
});
