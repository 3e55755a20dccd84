// Prints every page on A4, in both languages, from a dark screen: nothing wider than the paper, no controls, nothing
// cut off, dark text on white.
import type { Page } from "@playwright/test";
import { routesOfApp } from "@/e2e/access-table";
import { ACCOUNTS, ADMINISTRATOR, PUBLIC, REPORTER, SUPERVISOR } from "@/e2e/every-page";
import { expect, signInAs, speak, test, word } from "@/e2e/fixtures";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";

/** 210 mm without the margins of 12 mm, at 96 dpi. */
const A4_WIDTH = 703;

const MORE_PUBLIC = ["/setup", "/invite", "/embed/departments/commerce", "/wall"];
const MORE_SUPERVISOR = ["/targets/NT-T02/split"];
const REVIEWER = ["/review"];

interface OnPaper {
  readonly wide: number;
  readonly cut: readonly string[];
  readonly pressed: readonly string[];
  /** 0 black, 255 white. */
  readonly ground: number;
  readonly ink: number;
  /** Headings, sentences, cells. */
  readonly words: number;
}

function lookAtPaper(): OnPaper {
  const shown = (selector: string) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const tag = (one: Element) => one.outerHTML.slice(0, 120);
  const lightness = (colour: string) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return alpha === 0 ? 255 : (red + green + blue) / 3;
  };
  const hides = (one: Element) => {
    const { overflowX, clipPath } = getComputedStyle(one);
    return overflowX !== "visible" && clipPath === "none" && one.scrollWidth > one.clientWidth + 1;
  };
  // A form that is a whole page is printed; a chart's switches are its legend.
  const pressed = 'nav, button, form, input:not([type="hidden"]), select, textarea';
  const body = getComputedStyle(document.body);
  return {
    wide: document.documentElement.scrollWidth,
    cut: shown("body *:not(input, textarea, select, svg *)").filter(hides).map(tag),
    pressed: shown(pressed)
      .filter((one) => one.closest(".on-paper, .chart-legend") === null || one.matches("nav, .on-paper button"))
      .map(tag),
    ground: lightness(body.backgroundColor),
    ink: lightness(body.color),
    words: shown("h1, h2, p, td, li, svg text").length,
  };
}

async function print(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator(".skeleton")).toHaveCount(0);
  const { wide, cut, pressed, ground, ink, words } = await page.evaluate(lookAtPaper);
  expect.soft({ path, cut, pressed }).toEqual({ path, cut: [], pressed: [] });
  expect.soft(wide, `${path} is wider than the paper`).toBeLessThanOrEqual(A4_WIDTH);
  expect.soft(ground, `${path} has a dark ground`).toBeGreaterThan(240);
  expect.soft(ink, `${path} has pale ink`).toBeLessThan(60);
  expect.soft(words, `${path} is blank`).toBeGreaterThan(1);
}

test.use({ viewport: { width: A4_WIDTH, height: 1000 } });

async function printAll(page: Page, language: Language, paths: readonly string[], account?: keyof typeof ACCOUNTS) {
  await speak(page, language, "dark");
  // No controls on paper, including the sign-in buttons.
  await page.emulateMedia({ media: "screen" });
  if (account !== undefined) await signInAs(page, ACCOUNTS[account][language]);
  await page.emulateMedia({ media: "print" });
  for (const path of paths) await print(page, path);
}

for (const language of LANGUAGES) {
  test(`public pages (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    await printAll(page, language, [...PUBLIC, ...MORE_PUBLIC]);
  });

  test(`the offices' pages (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    await printAll(page, language, [...SUPERVISOR, ...MORE_SUPERVISOR], "supervisor");
    await printAll(page, language, ADMINISTRATOR, "administrator");
  });

  test(`the departments' pages (${language})`, async ({ page }) => {
    test.setTimeout(120_000);
    await printAll(page, language, REPORTER, "reporter");
    await printAll(page, language, REVIEWER, "reviewer");
  });

  test(`a bulletin with its text form open (${language})`, async ({ page }) => {
    await speak(page, language);
    await signInAs(page, ACCOUNTS.supervisor[language], "/bulletins");
    await page.getByRole("button", { name: word(language, "bulletins.freeze") }).click();
    await expect(page).toHaveURL(/\/bulletins\/[0-9a-f-]{36}$/);
    await page.emulateMedia({ media: "print" });
    await print(page, new URL(page.url()).pathname);
  });

  test(`a document's text with its proposals, one form open (${language})`, async ({ page }) => {
    await speak(page, language);
    await signInAs(page, ACCOUNTS.supervisor[language], "/sources/new");
    const form = page.getByRole("form", { name: word(language, "proposals.title") });
    await form.getByLabel(word(language, "proposals.documentTitle")).fill("公路计划");
    await form.getByLabel(word(language, "proposals.publisher")).fill("市政府办公室");
    await form
      .getByLabel(word(language, "proposals.text"), { exact: true })
      .fill(`二、${language}\n市交通运输局新改建农村公路不少于261公里，比2022年的241公里增加。\n弘扬城市精神。`);
    await form.getByRole("button", { name: word(language, "proposals.add") }).click();
    await expect(page).toHaveURL(/\/proposals$/);
    const address = new URL(page.url()).pathname;
    const correct = page.getByRole("link", { name: new RegExp(`^${word(language, "proposals.correct")}`) });
    const open = await correct.first().getAttribute("href");
    await page.emulateMedia({ media: "print" });
    await print(page, address);
    await print(page, open ?? "");
    // The cards stand next to their text.
    const [text, card] = [page.locator("[data-paragraph]").nth(1), page.getByRole("article").first()];
    const [left, right] = [await text.boundingBox(), await card.boundingBox()];
    expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
  });
}

test("every page is printed", () => {
  const printed = [
    ...PUBLIC,
    ...MORE_PUBLIC,
    ...SUPERVISOR,
    ...MORE_SUPERVISOR,
    ...ADMINISTRATOR,
    ...REPORTER,
    ...REVIEWER,
  ];
  const paths = [...printed, "/bulletins/made-by-the-test", "/sources/made-by-the-test/proposals"].map(
    (path) => path.split("?")[0] ?? "",
  );
  const isPage = (route: string) => !/\.(svg|png|pdf|csv|xlsx|docx|pptx|zip|json)$|^\/api\//.test(route);
  const matches = (route: string) => {
    const pattern = new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, "[^/]+")}$`);
    return paths.some((path) => pattern.test(path));
  };
  // These return files, accept uploads, redirect, or are for developers.
  const noPages = [
    "/admin/templates/[name]",
    "/bulletins/[id]/files",
    "/bulletins/[id]/files/[file]",
    "/calendar/[token]",
    "/desk",
    "/evidence/[id]",
    "/robots.txt",
    "/sitemap.xml",
    "/sources/read",
    "/start/samples/[name]",
    "/styleguide",
    "/targets/[code]/comments",
    "/targets/charts/files/[file]",
    "/targets/charts/files/[file]/state",
    "/updates/[id]/evidence",
  ];
  expect(routesOfApp().filter((route) => isPage(route) && !matches(route))).toEqual(noPages);
});
