// Input of administrators. Messages are keys under `form.errors`.
import { z } from "zod";
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
export const newDepartmentSchema = z.object({
  slug: exactText.trim().regex(/^[a-z0-9][a-z0-9-]{0,58}$/, "not-a-slug"),
  name: needed,
  nameEn: needed,
  parentSlug: blankAsNull,
});
export const departmentRenameSchema = z.object({ slug: exactText, name: needed, nameEn: needed });
export const departmentCloseSchema = z.object({ slug: exactText, mergedInto: blankAsNull });

export const siteSettingsSchema = z.object({
  showsNames: z.enum(["yes", "no"], { error: "unknown" }).transform((choice) => choice === "yes"),
});
