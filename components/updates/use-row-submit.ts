"use client";
import { type RefObject, useRef, useState } from "react";
import { type RequestFailure, requestFailureOf } from "@/components/forms/request-failure";
import type { useStoredText } from "@/components/forms/use-stored-text";
import type { EntryRow } from "@/components/updates/quick-entry-row";
import { type ReportState, saveReportAction } from "@/lib/actions/updates";
import type { UpdateInput } from "@/lib/schemas/update";

export type RowState = "saving" | "failed" | ReportState["status"];
export type RowAnswer = Pick<ReportState, "errors" | "conflict">;
export const TYPED = ["asOf", "value", "numerator", "denominator", "note"] as const;

function startOf(row: EntryRow): Record<string, string> {
  return Object.fromEntries(TYPED.map((field) => [field, String(row.input[field] ?? "")]));
}

export type Send = (intent: "draft" | "submit") => void;

/** Sends one row, one request after the other: a submission waits for the draft that is on its way. */
export function useRowSubmit(
  row: EntryRow,
  input: RefObject<UpdateInput>,
  typed: () => Record<string, string>,
  kept: Pick<ReturnType<typeof useStoredText>, "keep" | "markSent" | "settle">,
  onSaved: () => void,
) {
  const lastSent = useRef("");
  const isDone = useRef(false);
  const queue = useRef(Promise.resolve());
  const [state, setState] = useState<RowState>("idle");
  const [answer, setAnswer] = useState<RowAnswer>({ errors: {}, conflict: null });
  const [fault, setFault] = useState<RequestFailure>("server-error");

  const sendNow = async (intent: "draft" | "submit") => {
    const said = typed();
    const text = JSON.stringify(said);
    const isEmpty = said.value === "" && said.numerator === "" && said.denominator === "";
    if (isDone.current || (isEmpty && intent === "draft")) return;
    if (intent === "draft" && (text === lastSent.current || text === JSON.stringify(startOf(row)))) return;
    setState("saving");
    kept.markSent();
    try {
      const next = await saveReportAction(row.code, { ...input.current, ...said }, intent);
      lastSent.current = next.saved === null ? "" : text;
      if (next.saved !== null) {
        input.current = { ...input.current, ...next.saved };
        kept.settle();
        // Unless more was typed meanwhile.
        if (JSON.stringify(typed()) === text) {
          onSaved();
          lastSent.current = JSON.stringify(typed());
        }
      } else {
        kept.keep();
      }
      isDone.current = next.status === "submitted";
      setAnswer(next);
      setState(next.status);
    } catch (error) {
      setFault(requestFailureOf(error) ?? "server-error");
      setState("failed");
      kept.keep();
    }
  };
  const send: Send = (intent) => {
    queue.current = queue.current.then(() => sendNow(intent));
  };
  return { state, answer, fault, send };
}
