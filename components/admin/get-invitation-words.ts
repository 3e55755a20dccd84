import { getLocale, getMessages } from "next-intl/server";
import type { InvitationWords } from "@/components/admin/invitation-bar";
import { compileMessages } from "@/lib/i18n/compile-message";

/** The texts of the form that invites many users. */
export async function getInvitationWords(): Promise<InvitationWords> {
  const [{ invitations }, lang] = await Promise.all([getMessages(), getLocale()]);
  return compileMessages(lang, invitations, "sendNew", "sent", "skipped");
}
