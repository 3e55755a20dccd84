// Query parameters as input of a schema, shared by pages, which ignore invalid ones, and the API, which rejects them.

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
