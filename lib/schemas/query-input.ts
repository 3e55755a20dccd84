// The parameters of an address as a schema takes them: the same for pages, which read them leniently, and for the API.

export type PageParams = Readonly<Record<string, string | string[] | undefined>>;

/** What a page is given, as the address said it. */
export function searchParamsOf(given: PageParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
}

/** Empty parameters count as not given; those in `lists` may repeat or be parted by commas, others stand once. */
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
