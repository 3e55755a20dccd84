// Where a page cannot be shown as of an earlier day, or not whole; and links that stay on that day.

const PRESENT_ONLY = [
  /^\/admin\/(users|departments)/,
  /^\/(settings|setup|invite|sign-in|forgot-password|reset-password)/,
  /^\/my\/entry/,
  /^\/bulletins\/templates/,
  /^\/targets\/(new|[^/]+\/(report|revise|split))$/,
];
const WITHOUT_DRAFTS = [/^\/my$/, /^\/targets\/[^/]+$/, /^\/bulletins/];

/** `present`: the page shows what holds today. `no-drafts`: it leaves out what was not handed in or published then. */
export function asOfLimit(path: string): "present" | "no-drafts" | null {
  if (PRESENT_ONLY.some((one) => one.test(path))) return "present";
  return WITHOUT_DRAFTS.some((one) => one.test(path)) ? "no-drafts" : null;
}

/** The same place as of `day`; a page that keeps no history, or lies outside, stays as it is. */
export function onDay(href: string, day: string): string {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)\??([^#]*)(#.*)?$/.exec(href) ?? [];
  if (!href.startsWith("/") || asOfLimit(path) === "present") return href;
  return `${path}?${query === "" ? "" : `${query}&`}asOf=${day}${fragment}`;
}
