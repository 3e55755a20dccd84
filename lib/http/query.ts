// Strict query parameters: every invalid or unknown one is named.
import "server-only";
import type { z } from "zod";
import { queryInput } from "@/lib/schemas/query-input";
import type { FieldError } from "./respond";

export type ParsedQuery<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly errors: FieldError[] };

/** The errors of each field; an invalid entry of a list is reported under the list's name. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((name) => ({ name, message: "is not a known parameter" }));
    return [{ name: String(issue.path[0] ?? ""), message: issue.message }];
  });
}

export function parseQuery<T extends z.ZodType>(
  schema: T,
  params: URLSearchParams,
  lists: ReadonlySet<string> = new Set(),
): ParsedQuery<z.output<T>> {
  const result = schema.safeParse(queryInput(params, lists));
  return result.success ? { ok: true, data: result.data } : { ok: false, errors: fieldErrors(result.error) };
}
