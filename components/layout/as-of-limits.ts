// Pages that cannot be shown, or only partly, as of an earlier day; and links that preserve that day.

const PRESENT_ONLY = [
  /^\/admin\/(users|departments|settings)/,
  /^\/(settings|setup|invite|sign-in|forgot-password|reset-password)/,
  /^\/my\/entry/,
  /^\/bulletins\/templates/,
  /^\/targets\/(new|[^/]+\/(labels|report|revise|split))$/,
];
const WITHOUT_DRAFTS = [/^\/my$/, /^\/targets\/(?!charts$)[^/]+$/, /^\/bulletins/];

/** `present`: the page always shows today. `no-drafts`: it omits what was not submitted or published by that day. */
export function asOfLimit(path: string): "present" | "no-drafts" | null {
  if (PRESENT_ONLY.some((one) => one.test(path))) return "present";
  return WITHOUT_DRAFTS.some((one) => one.test(path)) ? "no-drafts" : null;
}

/** The same URL as of `day`; pages without history and external URLs are unchanged. */
export function onDay(href: string, day: string): string {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)\??([^#]*)(#.*)?$/.exec(href) ?? [];
  if (!href.startsWith("/") || asOfLimit(path) === "present") return href;
  return `${path}?${query === "" ? "" : `${query}&`}asOf=${day}${fragment}`;
}

/** Parameters of an address that are not valid on another day: the day and positions in a list. */
export const NOT_ON_ANOTHER_DAY: readonly string[] = ["asOf", "cursor", "after", "before"];

/** Stands for the day in a text that is completed in the browser. */
export const DAY_PLACE = "{day}";
