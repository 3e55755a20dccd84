// Fixtures: a page that can reach only the app, fails the test on console errors, and has labels of one language.
import { readFileSync } from "node:fs";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { IntlMessageFormat } from "intl-messageformat";
import { signInByForm } from "@/e2e/sign-in";
import { LANGUAGE_COOKIE, THEME_COOKIE } from "@/lib/i18n/choices";
import type { Language } from "@/lib/i18n/languages";

type Words = { readonly [key: string]: string | Words };
const WORDS: Record<Language, Words> = { "zh-CN": read("zh-CN"), en: read("en") };

function read(language: Language): Words {
  return JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), "utf8")) as Words;
}

/** The message at a key such as `report.form.submit`; a missing key is an error, not an empty match. */
export function word(language: Language, path: string, values?: Record<string, string | number>): string {
  let found: string | Words | undefined = WORDS[language];
  for (const key of path.split(".")) found = typeof found === "object" ? found[key] : undefined;
  if (typeof found !== "string" || found === "") throw new Error(`no word at ${path} in ${language}`);
  return values === undefined ? found : String(new IntlMessageFormat(found, language).format(values));
}

const OWN_SCHEME = /^(data|blob|about):/;

/** React's error for a page that was left before it was loaded completely. */
const CUT_OFF = /React error #412|Connection closed/;

/**
 * Fails the test on console errors and warnings, and on any request to another host.
 * @returns the complaints so far
 */
function guard(page: Page, baseURL: string): () => string[] {
  const complaints: string[] = [];
  let cutOff: string[] = [];
  page.on("pageerror", ({ message }) => (CUT_OFF.test(message) ? cutOff : complaints).push(`page error: ${message}`));
  // Errors of an abandoned page do not matter.
  page.on("domcontentloaded", () => {
    cutOff = [];
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  // Observed, not intercepted: routing would disable the browser's cache. Other hosts cannot be resolved (playwright.config.ts).
  page.on("request", (request) => {
    const url = request.url();
    if (!OWN_SCHEME.test(url) && !url.startsWith(baseURL)) complaints.push(`request left the app: ${url}`);
  });
  return () => [...complaints, ...cutOff];
}

interface Fixtures {
  /** Console errors that this test provokes. */
  readonly allowed: RegExp | null;
}

export const test = base.extend<Fixtures>({
  allowed: [null, { option: true }],
  page: async ({ page, baseURL, allowed }, use) => {
    const complaints = guard(page, baseURL ?? "");
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

/** Sets the visitor's demo day; all pages show what was known on that day. */
export async function standOn(page: Page, day: string): Promise<void> {
  await page.context().addCookies([{ name: "guatu-day", value: day, url: test.info().project.use.baseURL ?? "" }]);
}

/**
 * Signs in as the demo account with this label in the page's language and opens `next`. The sign-in page itself is not
 * loaded in the browser, which saves a page per test; task-clicks.spec.ts signs in with a click.
 */
export async function signInAs(page: Page, account: string, next?: string): Promise<void> {
  await signInByForm(page.request, { label: account });
  if (next !== undefined) await page.goto(next);
}

/** Opens one of the header's menus; on a phone they are parts of its one menu. */
export async function openMenu(page: Page, language: Language, menu: "account" | "asOfLabel"): Promise<void> {
  const whole = page.getByRole("button", { name: word(language, "layout.menu") });
  const one = page.getByRole("button", { name: word(language, `layout.${menu}`) });
  await whole.or(one).first().click();
}

/** Opens a page in a new browser context, in Chinese, signed in as a demo account, or as a visitor if it is null. */
export async function openAs(browser: Browser, account: string | null): Promise<Page> {
  const { use } = test.info().project;
  const context = await browser.newContext({ baseURL: use.baseURL, viewport: use.viewport, locale: "zh-CN" });
  const page = await context.newPage();
  await speak(page, "zh-CN");
  if (account !== null) await signInAs(page, account);
  return page;
}

export async function signOut(page: Page, language: Language): Promise<void> {
  await openMenu(page, language, "account");
  await page.getByRole("button", { name: word(language, "auth.signOut") }).click();
}

export { expect };

/** Confirms every confirmation dialog that opens. */
export async function confirmDialogs(page: Page): Promise<void> {
  const dialog = page.getByRole("alertdialog");
  await page.addLocatorHandler(dialog, () => dialog.getByRole("button").first().click());
}

/** Chooses in a searchable field: by typing on a desk, in the native select on a phone. */
export async function chooseOption(page: Pick<Page, "getByRole">, label: string, option: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label, exact: true });
  if (await field.evaluate((element) => element instanceof HTMLSelectElement)) {
    await field.selectOption({ label: option });
    return;
  }
  await field.click();
  await field.fill(option);
  await page.getByRole("option", { name: option, exact: true }).click();
  await expect(field).toHaveValue(option);
}

/** Opens all disclosures, so that tables, reasons and menus are tested too. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}
