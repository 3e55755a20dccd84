// A page whose network ends at the app, whose every console error fails the test, and whose words are one language's.
import { readFileSync } from "node:fs";
import { test as base, expect, type Page } from "@playwright/test";
import { LANGUAGE_COOKIE, THEME_COOKIE } from "@/lib/i18n/choices";
import type { Language } from "@/lib/i18n/languages";

type Words = { readonly [key: string]: string | Words };
const WORDS: Record<Language, Words> = { "zh-CN": read("zh-CN"), en: read("en") };

function read(language: Language): Words {
  return JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), "utf8")) as Words;
}

/** The product's own word at a path such as `report.form.submit`; a missing one is an error, not an empty match. */
export function word(language: Language, path: string): string {
  let found: string | Words | undefined = WORDS[language];
  for (const key of path.split(".")) found = typeof found === "object" ? found[key] : undefined;
  if (typeof found !== "string" || found === "") throw new Error(`no word at ${path} in ${language}`);
  return found;
}

/** React says so of a page that was left before all of it had come. */
const CUT_OFF = /React error #412|Connection closed/;

/**
 * Fails the test on anything the browser complains about and on any request that leaves the app.
 * @returns what it has complained of so far
 */
async function guard(page: Page, baseURL: string): Promise<() => string[]> {
  const complaints: string[] = [];
  let cutOff: string[] = [];
  page.on("pageerror", ({ message }) => (CUT_OFF.test(message) ? cutOff : complaints).push(`page error: ${message}`));
  // Nobody looks at the page that was left any more.
  page.on("domcontentloaded", () => {
    cutOff = [];
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(baseURL) || url.startsWith("data:") || url.startsWith("blob:")) return route.continue();
    complaints.push(`request left the app: ${url}`);
    return route.abort();
  });
  return () => [...complaints, ...cutOff];
}

interface Fixtures {
  /** What the browser may complain about in this test, where the test provokes it. */
  readonly allowed: RegExp | null;
}

export const test = base.extend<Fixtures>({
  allowed: [null, { option: true }],
  page: async ({ page, baseURL, allowed }, use) => {
    const complaints = await guard(page, baseURL ?? "");
    await use(page);
    expect(complaints().filter((one) => allowed === null || !allowed.test(one))).toEqual([]);
  },
});

export async function speak(page: Page, language: Language, theme: "light" | "dark" = "light"): Promise<void> {
  const url = test.info().project.use.baseURL ?? "";
  await page.context().addCookies([
    { name: LANGUAGE_COOKIE, value: language, url },
    { name: THEME_COOKIE, value: theme, url },
  ]);
}

/** Moves the visitor's demo day; everything is shown as it was known then. */
export async function standOn(page: Page, day: string): Promise<void> {
  await page.context().addCookies([{ name: "guatu-day", value: day, url: test.info().project.use.baseURL ?? "" }]);
}

/** Signs in as a demo account by its one click, and ends on `next`. */
export async function signInAs(page: Page, account: string, language: Language, next = "/"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole("button", { name: account, exact: true }).click();
  // Somebody else may be signed in still: their page has a sign-out button too.
  await expect(page).not.toHaveURL(/\/sign-in\?/);
  await expect(page.getByRole("button", { name: word(language, "auth.signOut") })).toBeVisible();
}

export { expect };

/** Opens what is folded: tables, reasons and menus must be right too. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}
