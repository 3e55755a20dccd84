"use server";
// Reads a visitor's own task table in the demo. The result is the answer to the request and is not stored.
import { headers } from "next/headers";
import { createElement, type ReactNode } from "react";
import { SandboxResult } from "@/components/sandbox/sandbox-result";
import { getLanguage } from "@/lib/i18n/preferences";
import { uploadedSheet } from "@/lib/schemas/import";
import { consumeUpload } from "@/lib/server/auth/attempts";
import { clientNetwork } from "@/lib/server/auth/client-network";
import { getContext } from "@/lib/server/context";
import { env } from "@/lib/server/env";
import { readSandboxTable } from "@/lib/server/sandbox/read-table";
import { type ActionState, IDLE, invalid, NOT_FOUND } from "./action-state";

export interface SandboxState extends ActionState {
  /** The rows and targets; undefined if the file cannot be read. */
  readonly result?: ReactNode;
}

export async function readSandboxTableAction(_before: SandboxState, form: FormData): Promise<SandboxState> {
  if (env.GUATU_MODE !== "demo") return NOT_FOUND;
  const sheet = await uploadedSheet(form);
  if (!sheet.ok) return invalid({ file: sheet.fault });
  // Reading takes up to seconds, so it is limited by network, like wrong passwords.
  if ((await consumeUpload("sandbox", clientNetwork(await headers()))) !== null) return invalid({ file: "too-often" });
  const [lang, { clock }] = await Promise.all([getLanguage(), getContext()]);
  const outcome = readSandboxTable({ ...sheet, lang }, clock.today);
  if (!outcome.ok) return invalid({ file: outcome.fault });
  return { ...IDLE, result: createElement(SandboxResult, { reading: outcome.reading, lang }) };
}
