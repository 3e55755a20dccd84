"use server";
// Actions of users' own accounts: passwords and sessions.
import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { getTranslations } from "next-intl/server";
import { formatTimeOfDay } from "@/lib/i18n/format-instant";
import { getLanguage } from "@/lib/i18n/preferences";
import { forgotSchema, linkPasswordSchema, passwordChangeSchema, sessionSchema } from "@/lib/schemas/account";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { changePassword, RETRY_AT, sendResetLink } from "@/lib/server/accounts/own-account";
import { type LinkKind, RESET_LINKS, setPasswordByLink } from "@/lib/server/accounts/password-links";
import { endOtherSessions, endOwnSession } from "@/lib/server/accounts/sessions";
import { consumeAttempt } from "@/lib/server/auth/attempts";
import { clientNetwork } from "@/lib/server/auth/client-network";
import { DEVICE_COOKIE, knownDevice } from "@/lib/server/auth/known-devices";
import { rememberThisDevice } from "@/lib/server/auth/remember-device";
import { getSession } from "@/lib/server/auth/session";
import type { Context } from "@/lib/server/context";
import { getSender } from "@/lib/server/mail";
import { type ActionState, DONE, invalid, NOT_FOUND, SIGNED_OUT } from "./action-state";
import { withSignedIn } from "./run-form-action";
import { toActionState } from "./to-action-state";

async function retryMessage(instant: string): Promise<string> {
  const [t, lang] = await Promise.all([getTranslations("auth"), getLanguage()]);
  return t("retryAt", { time: formatTimeOfDay(instant, lang) });
}

async function setByLink(form: FormData, kinds: readonly LinkKind[]): Promise<ActionState> {
  const input = linkPasswordSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  const outcome = await setPasswordByLink(input.data.token, input.data.password, kinds);
  if (!outcome.ok) return toActionState(outcome);
  await rememberThisDevice(outcome.value.email);
  redirect("/sign-in?notice=password-set");
}

export async function acceptInvitationAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return setByLink(form, ["invitation"]);
}

export async function resetPasswordAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return setByLink(form, RESET_LINKS);
}

/** The response is the same with and without an account, and is sent before the lookup. */
export async function requestResetLinkAction(_before: ActionState, form: FormData): Promise<ActionState> {
  const input = forgotSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  const sender = getSender();
  if (sender === null) return invalid({ form: "no-mail" });
  const { email } = input.data;
  const [sent, jar, lang] = [await headers(), await cookies(), await getLanguage()];
  const device = knownDevice(jar.get(DEVICE_COOKIE)?.value, email);
  const retryAt = await consumeAttempt({ door: "reset", email, network: clientNetwork(sent), device });
  if (retryAt !== null) return invalid({ email: await retryMessage(retryAt.toISOString()) });
  after(() => sendResetLink(email, lang, sender));
  return DONE;
}

/** Needs the current session, which is not ended with the others. */
function withSession(act: (context: Context, sessionId: string) => Promise<ActionState>): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const session = await getSession();
    return session === null ? SIGNED_OUT : act(context, session.id);
  });
}

export async function changePasswordAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSession(async (context, sessionId) => {
    const input = passwordChangeSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return invalid(fieldErrors(input.error));
    const [sent, jar] = [await headers(), await cookies()];
    const change = {
      current: input.data.current,
      next: input.data.password,
      sessionId,
      network: clientNetwork(sent),
      deviceCookie: jar.get(DEVICE_COOKIE)?.value ?? null,
    };
    const answer = await toActionState(await changePassword(change, context));
    if (answer.status === "done") revalidatePath("/settings/account");
    const { current } = answer.errors;
    if (!current?.startsWith(RETRY_AT)) return answer;
    return invalid({ current: await retryMessage(current.slice(RETRY_AT.length)) });
  });
}

export async function endSessionAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const input = sessionSchema.safeParse(Object.fromEntries(form));
    if (!input.success || (await endOwnSession(input.data.id, context)) === 0) return NOT_FOUND;
    revalidatePath("/settings/account");
    return DONE;
  });
}

export async function endOtherSessionsAction(): Promise<ActionState> {
  return withSession(async (context, sessionId) => {
    await endOtherSessions(sessionId, context);
    revalidatePath("/settings/account");
    return DONE;
  });
}
