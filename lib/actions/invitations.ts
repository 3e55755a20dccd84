"use server";
// The form action that invites many users.
import { revalidatePath } from "next/cache";
import { getLanguage } from "@/lib/i18n/preferences";
import { readInvited } from "@/lib/schemas/invitations";
import { linkPath, mailLinks } from "@/lib/server/accounts/link-mail";
import { inviteUsers } from "@/lib/server/admin/bulk-invitations";
import { getSender } from "@/lib/server/mail";
import { getOrigin } from "@/lib/server/origin";
import { type ActionState, DONE } from "./action-state";
import { withSignedIn } from "./run-form-action";
import { toActionState } from "./to-action-state";

export interface InvitationsState extends ActionState {
  /** Undefined when nothing was created. */
  readonly invitations?: {
    readonly sent: number;
    readonly skipped: number;
    /** Addresses whose mail the server rejected. */
    readonly failed: readonly string[];
    /** Without a mail server: the links, shown once. */
    readonly links: readonly { readonly name: string; readonly email: string; readonly url: string }[];
  };
}

/** Mails an invitation to each chosen account, or to all that were never invited. */
export async function sendInvitationsAction(_before: InvitationsState, form: FormData): Promise<InvitationsState> {
  return withSignedIn(async (context) => {
    const sender = getSender();
    const made = await inviteUsers(readInvited(form), sender === null ? "shown" : "mailed", context);
    if (!made.ok) return toActionState(made);
    const { links, skipped } = made.value;
    revalidatePath("/admin/users");
    if (sender === null) {
      const origin = await getOrigin();
      const shown = links.map(({ name, email, token }) => ({
        name,
        email,
        url: `${origin}${linkPath("invitation", token)}`,
      }));
      return { ...DONE, invitations: { sent: 0, skipped, failed: [], links: shown } };
    }
    const failed = await mailLinks(links, await getLanguage(), sender);
    return { ...DONE, invitations: { sent: links.length - failed.length, skipped, failed, links: [] } };
  });
}
