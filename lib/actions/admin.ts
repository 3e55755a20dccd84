"use server";
// Administration from forms: read the form, call the write, answer.
import { revalidatePath } from "next/cache";
import { type Answer, IDLE, invalid, SIGNED_OUT } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { apply, shown, signedIn } from "@/lib/actions/apply";
import {
  acceptSchema,
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
} from "@/lib/schemas/admin";
import { readOwnCalendar } from "@/lib/schemas/calendar";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { metricEditSchema } from "@/lib/schemas/metric";
import { closeDepartment, createDepartment, renameDepartment } from "@/lib/server/admin/departments";
import { changeRules, changeSlipRule } from "@/lib/server/admin/rules";
import {
  acceptInvitation,
  addMembership,
  endMembership,
  inviteUser,
  setDisabled,
  setOfficeRole,
} from "@/lib/server/admin/users";
import { saveOwnCalendar } from "@/lib/server/calendars/mutations";
import { getContext } from "@/lib/server/context";
import { editMetric } from "@/lib/server/metrics/mutations";
import { getOrigin } from "@/lib/server/origin";

export interface InviteAnswer extends Answer {
  /** The invitation's address, shown this once. */
  readonly link: string | null;
}

export async function invite(_before: InviteAnswer, form: FormData): Promise<InviteAnswer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return { ...SIGNED_OUT, link: null };
  const input = invitationSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { ...invalid(fieldErrors(input.error)), link: null };
  const { department, role, ...person } = input.data;
  const membership = department === null ? null : { departmentSlug: department, role };
  const outcome = await inviteUser({ ...person, membership }, context);
  if (!outcome.ok) return { ...(await answerOf(outcome)), link: null };
  revalidatePath("/admin/users");
  return { ...IDLE, status: "done", link: `${await getOrigin()}/invite?token=${outcome.value.token}` };
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

export async function takeInvitation(_before: Answer, form: FormData): Promise<Answer> {
  const input = acceptSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  const isTaken = await acceptInvitation(input.data.token, input.data.password);
  return isTaken ? { ...IDLE, status: "done" } : invalid({ form: "invitation-gone" });
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
