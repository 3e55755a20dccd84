// The addresses of a chart in the studio: its files and the code of its frame.
import { frameCode } from "@/components/charts/frame-code";

export interface ChartAddresses {
  /** The URL of its files without extension, and their query. */
  readonly files: string;
  readonly query: URLSearchParams;
  readonly origin: string;
  /** Null if the chart contains internal data. */
  readonly frame: string | null;
}

export function fileAddress(
  { files, query }: ChartAddresses,
  ending: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return `${files}.${ending}${params.size === 0 ? "" : `?${params}`}`;
}

/** Null if the chart contains internal data. */
export function chartFrameCode({ frame, query, origin }: ChartAddresses, title: string): string | null {
  return frame === null ? null : frameCode(`${origin}${frame}${query.size === 0 ? "" : `?${query}`}`, title, origin);
}
