// The query string of a chart, which chart-query.ts reads.
import { type CompareQuery, notesOf, type OverviewQuery } from "@/lib/schemas/chart-query";

/** The query string of a chart: non-default values in a fixed order, so that each chart has one URL. */
export function chartParams(query: CompareQuery & Partial<Pick<OverviewQuery, "by">>): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | undefined, standard?: string) => {
    if (value !== undefined && value !== "" && value !== standard) params.append(name, String(value));
  };
  put("targets", query.targets.join(","));
  put("as", query.as, "multiples");
  put("by", query.by, "department");
  put("lang", query.lang);
  put("theme", query.theme, "screen");
  put("size", query.size, "default");
  put("width", query.width);
  put("height", query.height);
  put("text", query.text, "text");
  put("asOf", query.asOf);
  put("from", query.from);
  put("to", query.to);
  put("hide", query.hide.join(","));
  put("type", query.type);
  put("labels", query.labels, "on");
  put("mmWidth", query.mmWidth);
  put("mmHeight", query.mmHeight);
  put("colour", query.colour);
  put("typeface", query.typeface, "sans");
  put("logo", query.logo);
  put("title", query.title);
  put("source", query.source);
  put("footnote", query.footnote);
  for (const { number, on, text } of notesOf(query)) {
    if (on === undefined || text === undefined) continue;
    put(`on${number}`, on);
    put(`note${number}`, text);
  }
  put("sig", query.sig);
  return params;
}
