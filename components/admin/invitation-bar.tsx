"use client";
import { useId } from "react";
import type { Messages } from "use-intl";
import { INVITATIONS_FORM } from "@/components/admin/invitation-form";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { useSubmitContext } from "@/components/forms/submit-context";
import { useTicked } from "@/components/forms/use-ticked";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionState } from "@/lib/actions/action-state";
import { type InvitationsState, sendInvitationsAction } from "@/lib/actions/invitations";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";

export type InvitationWords = WithCompiled<Messages["invitations"], "sendNew" | "sent" | "skipped">;

const isInvitations = (answer: ActionState): answer is InvitationsState => "invitations" in answer;

/** What was sent, and what was not. */
function Sent({ words }: { readonly words: InvitationWords }) {
  const { answer } = useSubmitContext();
  const id = useId();
  const result = isInvitations(answer) ? answer.invitations : undefined;
  if (result === undefined) return <div role="status" />;
  const { sent, skipped, failed, links } = result;
  return (
    <div role="status" className="grid gap-2">
      {links.length === 0 && <p className="font-bold">{formatMessage(words.sent, { count: sent })}</p>}
      {skipped > 0 && <p>{formatMessage(words.skipped, { count: skipped })}</p>}
      {failed.length > 0 && (
        <div className="text-notice">
          <p>{words.failed}</p>
          <ul className="list-disc pl-5">
            {failed.map((email) => (
              <li key={email}>{email}</li>
            ))}
          </ul>
        </div>
      )}
      {links.length > 0 && (
        <div className="grid max-w-3xl gap-2">
          <p className="font-bold">{words.links}</p>
          {links.map(({ name, email, url }) => (
            <Field key={email} id={`${id}-${email}`} label={`${name} (${email})`}>
              {(control) => (
                <Input {...control} readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
              )}
            </Field>
          ))}
        </div>
      )}
    </div>
  );
}

interface InvitationBarProps {
  readonly words: InvitationWords;
  readonly formWords: ActionFormWords;
  /** Without a mail server, links are shown instead. */
  readonly sendsMail: boolean;
  /** Whether the shown page has rows to tick. */
  readonly hasRows: boolean;
  /** All accounts that were never invited. */
  readonly notInvited: number;
}

/** Invites the ticked users, or all that were never invited. */
export function InvitationBar({ words, formWords, sendsMail, hasRows, notInvited }: InvitationBarProps) {
  const { ticked, check } = useTicked(INVITATIONS_FORM);
  return (
    <div className="mb-4 border-l-2 border-ink-soft bg-surface p-3 print:hidden">
      <ActionForm
        id={INVITATIONS_FORM}
        action={sendInvitationsAction}
        words={{ ...formWords, done: undefined }}
        label={words.title}
        confirmation={sendsMail ? words.confirm : words.confirmShown}
      >
        <p className="text-sm text-ink-soft">{words.lead}</p>
        <div className="flex flex-wrap items-center gap-2">
          {hasRows && (
            <>
              <Button disabled={ticked === null} onClick={() => check(() => true)}>
                {words.selectAll}
              </Button>
              <Button disabled={ticked === null || ticked === 0} onClick={() => check(() => false)}>
                {words.clear}
              </Button>
              <SubmitButton variant="secondary" name="scope" value="selected">
                {words.sendSelected}
              </SubmitButton>
            </>
          )}
          {notInvited > 0 && (
            <SubmitButton variant="secondary" name="scope" value="not-invited">
              {formatMessage(words.sendNew, { count: notInvited })}
            </SubmitButton>
          )}
        </div>
        <Sent words={words} />
      </ActionForm>
    </div>
  );
}
