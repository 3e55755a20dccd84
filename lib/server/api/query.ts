// Query parameters read strictly: each wrong one is named, an unknown one too.
import "server-only";
import type { z } from "zod";
import type { FieldError } from "./respond";

/** Of the parameters of a list of targets, those that take several values. */
export const TARGET_LIST_PARAMETERS: ReadonlySet<string> = new Set([
  "department",
  "year",
  "kind",
  "light",
  "freshness",
]);

export type ParsedQuery<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly errors: FieldError[] };

/** What is wrong with each field, a list's wrong entry under its list's name. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((name) => ({ name, message: "is not known here" }));
    return [{ name: String(issue.path[0] ?? ""), message: issue.message }];
  });
}

function inputOf(params: URLSearchParams, lists: ReadonlySet<string>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key).filter((value) => value !== "");
    if (values.length === 0) continue;
    if (lists.has(key)) input[key] = values.flatMap((value) => value.split(",")).filter(Boolean);
    else input[key] = values.length === 1 ? values[0] : values;
  }
  return input;
}

/** Empty parameters count as not given; those in `lists` may repeat or be parted by commas, others stand once. */
export function parseQuery<T extends z.ZodType>(
  schema: T,
  params: URLSearchParams,
  lists: ReadonlySet<string> = new Set(),
): ParsedQuery<z.output<T>> {
  const result = schema.safeParse(inputOf(params, lists));
  return result.success ? { ok: true, data: result.data } : { ok: false, errors: fieldErrors(result.error) };
}
