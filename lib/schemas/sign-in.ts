// Input of the sign-in form.
import { z } from "zod";
import { exactText, singleLine } from "@/lib/schemas/text";

export const signInSchema = z.object({
  email: z.email().max(254),
  password: exactText.min(1).max(200),
});

/** Why the sign-in failed; `disabled` is returned only for the correct password. */
export const SIGN_IN_FAULTS = ["wrong", "often", "disabled"] as const;
export type SignInFault = (typeof SIGN_IN_FAULTS)[number];

/** A timestamp in a URL; null if invalid. */
export function instantOrNull(text: unknown): string | null {
  const parsed = z.iso.datetime().safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** Redirects to the reader's own desk. */
const DESK = "/desk";

/** The page after sign-in: a path of this site, otherwise the own desk. Prevents open redirects. */
export function localPath(text: unknown): string {
  if (typeof text !== "string" || !/^\/(?![/\\])[^\\\s]*$/.test(text)) return DESK;
  const base = "http://guatu.invalid";
  try {
    const url = new URL(text, base);
    return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : DESK;
  } catch {
    return DESK;
  }
}

export const setupSchema = z.object({
  token: exactText,
  name: singleLine.trim().min(1, "required").max(100, "too-long"),
  email: z.email("not-an-email").max(254, "too-long"),
  password: exactText.min(1, "required").max(1000, "too-long"),
});
