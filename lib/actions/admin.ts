"use server";
// Form actions of administration.
import { revalidatePath } from "next/cache";
import { getLanguage } from "@/lib/i18n/preferences";
import {
  departmentCloseSchema,
  departmentCodesSchema,
  departmentRenameSchema,
  endMembershipSchema,
  handOverSchema,
  invitationSchema,
  membershipSchema,
  newDepartmentSchema,
  officeRoleSchema,
  siteSettingsSchema,
  userDisabledSchema,
  userSchema,
} from "@/lib/schemas/admin";
import { readOwnCalendar } from "@/lib/schemas/calendar";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { metricEditSchema } from "@/lib/schemas/metric";
import { linkPath, mailLink } from "@/lib/server/accounts/link-mail";
import type { LinkKind } from "@/lib/server/accounts/password-links";
import {
  changeDepartmentCodes,
  closeDepartment,
  createDepartment,
  renameDepartment,
} from "@/lib/server/admin/departments";
import { handOver } from "@/lib/server/admin/hand-over";
import { type CreatedLink, createPasswordLink, inviteUser } from "@/lib/server/admin/invitations";
import { addMembership, changeOfficeRole, endMembership } from "@/lib/server/admin/memberships";
import { setUserDisabled } from "@/lib/server/admin/users";
import { saveOwnCalendar } from "@/lib/server/calendars/mutations";
import { getSender, type Sender } from "@/lib/server/mail";
import { editMetric } from "@/lib/server/metrics/mutations";
import type { Result } from "@/lib/server/mutation";
import { getOrigin } from "@/lib/server/origin";
import { changeSiteSettings } from "@/lib/server/site-settings/mutations";
import { type ActionState, DONE, invalid, NOT_FOUND } from "./action-state";
import { finishAction, runFormAction, withSignedIn } from "./run-form-action";
import { toActionState } from "./to-action-state";

/** The result of a one-time link: mailed to its user, or shown once if no mail is configured. */
export type LinkDelivery =
  | { readonly how: "shown"; readonly url: string; readonly email: string }
  | { readonly how: "mailed"; readonly email: string }
  | { readonly how: "not-mailed"; readonly email: string };

export interface LinkState extends ActionState {
  readonly link?: LinkDelivery;
}

/** If mail is configured, the link is mailed to the account and the administrator does not see it. */
async function deliverLink(kind: LinkKind, outcome: Result<CreatedLink>, sender: Sender | null): Promise<LinkState> {
  if (!outcome.ok) return toActionState(outcome);
  revalidatePath("/admin/users");
  const { token, email } = outcome.value;
  if (sender === null)
    return { ...DONE, link: { how: "shown", url: `${await getOrigin()}${linkPath(kind, token)}`, email } };
  const isSent = await mailLink({ ...outcome.value, kind }, await getLanguage(), sender);
  return { ...DONE, link: { how: isSent ? "mailed" : "not-mailed", email } };
}

export async function inviteUserAction(_before: LinkState, form: FormData): Promise<LinkState> {
  return withSignedIn(async (context) => {
    const input = invitationSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return invalid(fieldErrors(input.error));
    const { department, role, ...person } = input.data;
    const membership = department === null ? null : { departmentSlug: department, role };
    const sender = getSender();
    const made = await inviteUser({ ...person, membership }, sender === null ? "shown" : "mailed", context);
    return deliverLink("invitation", made, sender);
  });
}

/** A new invitation, or a password reset for an account that has a password. */
export async function createPasswordLinkAction(_before: LinkState, form: FormData): Promise<LinkState> {
  return withSignedIn(async (context) => {
    const input = userSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return NOT_FOUND;
    const sender = getSender();
    const made = await createPasswordLink(input.data.userId, sender === null ? "shown" : "mailed", context);
    return deliverLink(made.ok ? made.value.kind : "invitation", made, sender);
  });
}

export async function changeOfficeRoleAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(officeRoleSchema, form, ({ userId, officeRole }, context) =>
    changeOfficeRole(userId, officeRole, context),
  );
}

export async function addMembershipAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(membershipSchema, form, ({ userId, department, role }, context) =>
    addMembership(userId, department, role, context),
  );
}

export async function endMembershipAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(endMembershipSchema, form, ({ membershipId }, context) => endMembership(membershipId, context));
}

export async function handOverAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(handOverSchema, form, handOver);
}

export async function setUserDisabledAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(userDisabledSchema, form, ({ userId, disabled }, context) =>
    setUserDisabled(userId, disabled === "yes", context),
  );
}

export async function createDepartmentAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(newDepartmentSchema, form, createDepartment);
}

export async function renameDepartmentAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(departmentRenameSchema, form, ({ slug, ...names }, context) =>
    renameDepartment(slug, names, context),
  );
}

export async function changeDepartmentCodesAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(departmentCodesSchema, form, ({ slug, ...codes }, context) =>
    changeDepartmentCodes(slug, codes, context),
  );
}

export async function closeDepartmentAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(departmentCloseSchema, form, ({ slug, mergedInto }, context) =>
    closeDepartment(slug, mergedInto, context),
  );
}

export async function changeSiteSettingsAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(siteSettingsSchema, form, changeSiteSettings);
}

export async function editMetricAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(metricEditSchema, form, editMetric);
}

export async function saveOwnCalendarAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const read = readOwnCalendar(form);
    return read.ok ? finishAction(await saveOwnCalendar(read.input, read.rowOf, context)) : invalid(read.errors);
  });
}
