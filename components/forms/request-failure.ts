// Why a request got no answer.
import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";

/** `outdated`: the server has been updated and no longer knows the action of this page. */
export type RequestFailure = "no-connection" | "server-error" | "outdated";

/** Null for what Next throws on purpose, such as a redirect: it must be thrown again. */
export function requestFailureOf(error: unknown): RequestFailure | null {
  if (isUnrecognizedAction(error)) return "outdated";
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : "";
  if (digest.startsWith("NEXT_")) return null;
  // What fetch throws when no response arrives.
  return error instanceof TypeError ? "no-connection" : "server-error";
}
