// Query parameters as input of a schema, shared by pages, which ignore invalid ones, and the API, which rejects them.
import type { z } from "zod";

export type PageParams = Readonly<Record<string, string | string[] | undefined>>;

/** The query parameters of a page. */
export function toSearchParams(given: PageParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
}

/** Empty parameters are ignored; those in `lists` may repeat or be separated by commas, others appear once. */
export function queryInput(params: URLSearchParams, lists: ReadonlySet<string>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key).filter((value) => value !== "");
    if (values.length === 0) continue;
    if (lists.has(key)) input[key] = values.flatMap((value) => value.split(",")).filter(Boolean);
    else input[key] = values.length === 1 ? values[0] : values;
  }
  return input;
}

/** The parameters of a page. Invalid ones are omitted and named in `ignored`. */
export function parseLeniently<T extends z.ZodObject>(
  schema: T,
  params: URLSearchParams,
  lists: ReadonlySet<string>,
): { readonly parsed: z.output<T>; readonly ignored: string[] } {
  const input = queryInput(params, lists);
  const first = schema.safeParse(input);
  if (first.success) return { parsed: first.data, ignored: [] };
  const ignored = [...new Set(first.error.issues.map((issue) => String(issue.path[0])))];
  for (const key of ignored) delete input[key];
  return { parsed: schema.parse(input), ignored };
}

/** The values as a query string without those of `standard`, so that equal lists have one URL. */
export function toQuery(values: object, standard: object): URLSearchParams {
  const defaults = new Map<string, unknown>(Object.entries(standard));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null || String(value) === String(defaults.get(key) ?? "")) continue;
    for (const one of [value].flat()) query.append(key, String(one));
  }
  return query;
}
