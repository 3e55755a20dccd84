"use client";
import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { LinkDelivery } from "@/lib/actions/admin";
import { type ClientMessage, formatMessage } from "@/lib/i18n/format-message";

export type OneTimeLinkWords = Readonly<
  Record<"note" | "mailed" | "notMailed", ClientMessage> & Record<"shown", string>
>;

/** The result of creating a one-time link. */
export function OneTimeLinkNote({ link, words }: { readonly link: LinkDelivery; readonly words: OneTimeLinkWords }) {
  const id = useId();
  const about = (message: ClientMessage) => formatMessage(message, { email: link.email });
  if (link.how === "not-mailed") return <p className="text-notice">{about(words.notMailed)}</p>;
  if (link.how === "mailed") return <p className="font-bold">{about(words.mailed)}</p>;
  return (
    <Field id={id} label={words.shown} hint={about(words.note)}>
      {(control) => <Input {...control} readOnly value={link.url} onFocus={(event) => event.currentTarget.select()} />}
    </Field>
  );
}
