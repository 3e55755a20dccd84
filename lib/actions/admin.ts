"use server";
// Administration from forms: read the form, call the write, answer.
import { revalidatePath } from "next/cache";
import { type Answer, IDLE, invalid, SIGNED_OUT } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { apply, shown, signedIn } from "@/lib/actions/apply";
import { getLanguage } from "@/lib/i18n/preferences";
import {
  boundsSchema,
  closeSchema,
  disableSchema,
  endMembershipSchema,
  invitationSchema,
  membershipSchema,
  newDepartmentSchema,
  officeRoleSchema,
  renameSchema,
  slipRuleSchema,
  userSchema,
} from "@/lib/schemas/admin";
import { readOwnCalendar } from "@/lib/schemas/calendar";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { metricEditSchema } from "@/lib/schemas/metric";
import { linkPath, mailLink } from "@/lib/server/accounts/link-mail";
import type { LinkKind } from "@/lib/server/accounts/password-links";
import { closeDepartment, createDepartment, renameDepartment } from "@/lib/server/admin/departments";
import { inviteUser, type MadeLink, makePasswordLink } from "@/lib/server/admin/invitations";
import { addMembership, endMembership, setOfficeRole } from "@/lib/server/admin/memberships";
import { changeRules, changeSlipRule } from "@/lib/server/admin/rules";
import { setDisabled } from "@/lib/server/admin/users";
import { saveOwnCalendar } from "@/lib/server/calendars/mutations";
import { getContext } from "@/lib/server/context";
import { getSender, type Sender } from "@/lib/server/mail";
import { editMetric } from "@/lib/server/metrics/mutations";
import { getOrigin } from "@/lib/server/origin";
import type { Outcome } from "@/lib/server/refusal";

/** What became of a one-time link: mailed to its owner, or shown this once where no mail is sent. */
export type HandedLink =
  | { readonly how: "shown"; readonly url: string; readonly email: string }
  | { readonly how: "mailed"; readonly email: string }
  | { readonly how: "not-mailed"; readonly email: string };

export interface LinkAnswer extends Answer {
  readonly handed: HandedLink | null;
}

/** Where mail is sent, the link goes to the account's mailbox and the administrator does not see it. */
async function handOver(kind: LinkKind, outcome: Outcome<MadeLink>, sender: Sender | null): Promise<LinkAnswer> {
  if (!outcome.ok) return { ...(await answerOf(outcome)), handed: null };
  revalidatePath("/admin/users");
  const { token, email } = outcome.value;
  const done = { ...IDLE, status: "done" } as const;
  if (sender === null)
    return { ...done, handed: { how: "shown", url: `${await getOrigin()}${linkPath(kind, token)}`, email } };
  const isSent = await mailLink({ ...outcome.value, kind }, await getLanguage(), sender);
  return { ...done, handed: { how: isSent ? "mailed" : "not-mailed", email } };
}

export async function invite(_before: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return { ...SIGNED_OUT, handed: null };
  const input = invitationSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { ...invalid(fieldErrors(input.error)), handed: null };
  const { department, role, ...person } = input.data;
  const membership = department === null ? null : { departmentSlug: department, role };
  const sender = getSender();
  const made = await inviteUser({ ...person, membership }, sender === null ? "shown" : "mailed", context);
  return handOver("invitation", made, sender);
}

/** A new invitation, or a link that replaces the password of an account that has one. */
export async function sendPasswordLink(_before: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return { ...SIGNED_OUT, handed: null };
  const input = userSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { ...IDLE, status: "not-found", handed: null };
  const sender = getSender();
  const made = await makePasswordLink(input.data.userId, sender === null ? "shown" : "mailed", context);
  return handOver(made.ok ? made.value.kind : "invitation", made, sender);
}

export async function changeOfficeRole(_before: Answer, form: FormData): Promise<Answer> {
  return apply(officeRoleSchema, form, ({ userId, officeRole }, context) => setOfficeRole(userId, officeRole, context));
}

export async function giveMembership(_before: Answer, form: FormData): Promise<Answer> {
  return apply(membershipSchema, form, ({ userId, department, role }, context) =>
    addMembership(userId, department, role, context),
  );
}

export async function takeMembership(_before: Answer, form: FormData): Promise<Answer> {
  return apply(endMembershipSchema, form, ({ membershipId }, context) => endMembership(membershipId, context));
}

export async function disableUser(_before: Answer, form: FormData): Promise<Answer> {
  return apply(disableSchema, form, ({ userId, disabled }, context) =>
    setDisabled(userId, disabled === "yes", context),
  );
}

export async function makeDepartment(_before: Answer, form: FormData): Promise<Answer> {
  return apply(newDepartmentSchema, form, createDepartment);
}

export async function nameDepartment(_before: Answer, form: FormData): Promise<Answer> {
  return apply(renameSchema, form, ({ slug, ...names }, context) => renameDepartment(slug, names, context));
}

export async function endDepartment(_before: Answer, form: FormData): Promise<Answer> {
  return apply(closeSchema, form, ({ slug, mergedInto }, context) => closeDepartment(slug, mergedInto, context));
}

export async function putRulesInForce(_before: Answer, form: FormData): Promise<Answer> {
  return apply(boundsSchema, form, changeRules);
}

export async function saveSlipRule(_before: Answer, form: FormData): Promise<Answer> {
  return apply(slipRuleSchema, form, changeSlipRule);
}

export async function changeMetric(_before: Answer, form: FormData): Promise<Answer> {
  return apply(metricEditSchema, form, editMetric);
}

export async function saveCalendar(_before: Answer, form: FormData): Promise<Answer> {
  return signedIn(async (context) => {
    const read = readOwnCalendar(form);
    return read.ok ? shown(await saveOwnCalendar(read.input, read.rowOf, context)) : invalid(read.errors);
  });
}
