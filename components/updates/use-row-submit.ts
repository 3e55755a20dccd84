"use client";
import { type RefObject, useRef, useState } from "react";
import { type RequestFailure, requestFailureOf } from "@/components/forms/request-failure";
import type { useStoredText } from "@/components/forms/use-stored-text";
import type { EntryRow } from "@/components/updates/quick-entry-row";
import { fieldNames, isBlank, toInput, valuesOf } from "@/components/updates/row-input";
import { type ReportState, saveReportAction } from "@/lib/actions/updates";
import type { UpdateInput } from "@/lib/schemas/update";

export type RowState = "saving" | "failed" | ReportState["status"];
export type RowAnswer = Pick<ReportState, "errors" | "conflict">;

export type Send = (intent: "draft" | "submit") => void;

/** Saves or submits one row. Requests run one after the other: a submission waits for the running draft request. */
export function useRowSubmit(
  row: EntryRow,
  input: RefObject<UpdateInput>,
  typed: () => Record<string, string>,
  text: Pick<ReturnType<typeof useStoredText>, "store" | "markSubmitting" | "markSaved">,
  onSaved: () => void,
) {
  const lastSent = useRef("");
  const isDone = useRef(false);
  const queue = useRef(Promise.resolve());
  const [state, setState] = useState<RowState>("idle");
  const [answer, setAnswer] = useState<RowAnswer>({ errors: {}, conflict: null });
  const [failure, setFailure] = useState<RequestFailure>("server-error");

  const sendNow = async (intent: "draft" | "submit") => {
    const values = typed();
    const snapshot = JSON.stringify(values);
    if (isDone.current || (isBlank(values) && intent === "draft")) return;
    if (
      intent === "draft" &&
      (snapshot === lastSent.current || snapshot === JSON.stringify(valuesOf(row.input, fieldNames(row))))
    )
      return;
    setState("saving");
    text.markSubmitting();
    try {
      const next = await saveReportAction(row.code, { ...input.current, ...toInput(values) }, intent);
      lastSent.current = next.saved === undefined ? "" : snapshot;
      if (next.saved !== undefined) {
        text.markSaved();
        // Unless more was typed in the meantime.
        const isShown = JSON.stringify(typed()) === snapshot;
        if (isShown) {
          onSaved();
          lastSent.current = JSON.stringify(typed());
        }
        input.current = { ...input.current, ...toInput(isShown ? typed() : values), ...next.saved };
      } else {
        text.store();
      }
      isDone.current = next.status === "submitted";
      setAnswer(next);
      setState(next.status);
    } catch (error) {
      setFailure(requestFailureOf(error) ?? "server-error");
      setState("failed");
      text.store();
    }
  };
  const send: Send = (intent) => {
    queue.current = queue.current.then(() => sendNow(intent));
  };
  return { state, answer, failure, send };
}
