// Unsent text after a failed request, an update, an expired session, and with a newer draft.
import type { BrowserContext, Page, Route } from "@playwright/test";
import { ACCOUNTS } from "@/e2e/every-page";
import { expect, signInAs, signOut, speak, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";

test.use({ allowed: /Failed to load resource|Failed to fetch|Server Action|unexpected response|Minified React/ });

const say = (path: string) => word("en", path);
const fault = (kind: string) => say(`form.support.faults.${kind}`);

/** Replaces the server's response to the next actions of the page. */
async function meanwhile(page: Page, answer: (route: Route) => Promise<void>): Promise<() => Promise<void>> {
  const meet = (route: Route) =>
    route.request().method() === "POST" && route.request().headers()["next-action"] !== undefined
      ? answer(route)
      : route.fallback();
  await page.route("**/*", meet);
  return () => page.unroute("**/*", meet);
}

const badGateway = (route: Route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>502</h1>" });
/** A request after an update of the server: an unknown action id. */
const outdated = (route: Route) =>
  route.continue({ headers: { ...route.request().headers(), "next-action": "40".padEnd(42, "0") } });
/** Invalid arguments: the server throws before it responds. */
const broken = (route: Route) => route.continue({ postData: "broken" });

function storedKeys(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("guatu-text:")));
}

async function endSession(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: /session/ });
}

test("a form can be sent again after a 502 and after a server exception", {
  tag: "@desk",
}, async ({ page }) => {
  await speak(page, "en");
  await signInAs(page, ACCOUNTS.reviewer.en, "/settings");
  const mail = page.getByRole("checkbox");
  const save = page.getByRole("button", { name: say("settings.save") });
  await mail.click();
  const isTicked = await mail.isChecked();
  for (const failure of [badGateway, broken]) {
    const stop = await meanwhile(page, failure);
    await save.click();
    await expect(page.getByText(fault("server-error"))).toBeVisible();
    await expect(mail).toBeChecked({ checked: isTicked });
    await stop();
  }
  await save.click();
  await expect(page.getByText(say("form.done"), { exact: true })).toBeVisible();
  await page.reload();
  await expect(mail).toBeChecked({ checked: isTicked });
});

test("a page of an older version reloads with its text and can be sent", { tag: "@desk" }, async ({ page }) => {
  await speak(page, "en");
  await signInAs(page, ACCOUNTS.supervisor.en, "/targets/new");
  const title = page.getByRole("textbox", { name: say("newTarget.titleZh"), exact: true });
  await title.fill("Typed before the update");
  const stop = await meanwhile(page, outdated);
  await page.getByRole("button", { name: say("newTarget.save") }).click();
  await expect(page.getByText(fault("outdated"))).toBeVisible();
  await stop();
  await page.getByRole("button", { name: say("form.support.reload") }).click();
  await expect(page.getByText(say("form.support.restored"))).toBeVisible();
  await expect(title).toHaveValue("Typed before the update");
  // The other fields are empty: the server rejects the form with field errors.
  await page.getByRole("button", { name: say("newTarget.save") }).click();
  await expect(page.getByText(say("form.invalid"))).toBeVisible();
  await expect(title).toHaveValue("Typed before the update");
});

test("an expired session returns to the full URL and the text; the next user sees none of it", {
  tag: "@desk",
}, async ({ page, context }) => {
  await speak(page, "en");
  const address = "/targets/NT-M01/revise?as=revision&x=1";
  await signInAs(page, ACCOUNTS.reporter.en, address);
  const reason = page.getByRole("textbox", { name: say("life.reason"), exact: true });
  const send = page.getByRole("button", { name: say("life.sends.revision") });
  await reason.fill("Typed before the session ended");
  await endSession(context);
  await send.click();
  await page.getByRole("link", { name: say("form.support.signIn") }).click();
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(address)}`);
  await page.getByRole("button", { name: ACCOUNTS.reporter.en, exact: true }).click();
  await expect(page).toHaveURL(address);
  await expect(reason).toHaveValue("Typed before the session ended");

  await endSession(context);
  await send.click();
  await page.getByRole("link", { name: say("form.support.signIn") }).click();
  await page.getByRole("button", { name: ACCOUNTS.supervisor.en, exact: true }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("link", { name: say("auth.signIn"), exact: true })).toHaveCount(0);
  await expect(page.getByText("Typed before the session ended")).toHaveCount(0);
  await expect.poll(() => storedKeys(page)).toEqual([]);
});

test("signing out removes unsent text in all tabs", { tag: "@desk" }, async ({ page, context }) => {
  await speak(page, "en");
  await signInAs(page, ACCOUNTS.reporter.en, "/");
  const other = await context.newPage();
  const [form, otherForm] = [new ReportPage(page, "en"), new ReportPage(other, "en")];
  for (const one of [form, otherForm]) {
    await one.open("NT-M01");
    await one.note.fill("Unsent");
  }
  expect(await storedKeys(other)).toHaveLength(1);
  page.on("dialog", (dialog) => dialog.accept());
  other.on("dialog", (dialog) => dialog.accept());
  await signOut(page, "en");
  await expect(page).toHaveURL("/");
  await expect(other).toHaveURL(/\/sign-in\?next=/);
  await expect.poll(async () => [await storedKeys(page), await storedKeys(other)]).toEqual([[], []]);
  await other.close();
});

test(
  "text typed on an older draft is shown next to the newer version, and its author chooses by keyboard",
  { tag: "@desk" },
  async ({ page, browser }, info) => {
    const REPORTER = "Commerce Bureau, reporter";
    await speak(page, "en");
    await signInAs(page, REPORTER, "/");
    const mine = new ReportPage(page, "en");
    await mine.open("NT-T04");
    await mine.value.fill("7");
    await mine.saveDraft();
    await expect(page).toHaveURL(/\/targets\/NT-T04\/report\?draft=/);

    const context = await browser.newContext({ baseURL: info.project.use.baseURL, locale: "en-GB" });
    const elsewhere = await context.newPage();
    await speak(elsewhere, "en");
    await signInAs(elsewhere, REPORTER, "/");
    const theirs = new ReportPage(elsewhere, "en");
    await elsewhere.goto(page.url());
    await expect(theirs.value).toHaveValue("7");
    await theirs.value.fill("9");
    await theirs.note.fill("checked on site");
    await theirs.saveDraft();

    await mine.value.fill("8");
    await page.getByRole("button", { name: say("report.form.save") }).click();
    await page.getByRole("button", { name: say("form.support.compare") }).click();
    const choice = page.getByRole("region", { name: say("form.support.newer") });
    await expect(choice).toContainText("Reporter, Commerce Bureau");
    const [value, note] = [choice.getByRole("group", { name: /^Value/ }), choice.getByRole("group", { name: /^Note/ })];
    await expect(value).toContainText(/Saved version\s*9.*Your text\s*8/);
    await expect(note.getByRole("radio", { checked: true })).toHaveAccessibleName(/checked on site/);
    await expect(value.getByRole("radio", { checked: true })).toHaveCount(0);
    const go = choice.getByRole("button", { name: say("form.support.take") });
    await go.press("Enter");
    await expect(choice.getByText(say("form.support.chooseEach"))).toBeVisible();
    await value.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(value.getByRole("radio", { checked: true })).toHaveAccessibleName(/8/);
    await go.press("Enter");
    await expect(choice).toHaveCount(0);
    await expect(mine.value).toHaveValue("8");
    await expect(mine.note).toHaveValue("checked on site");
    await mine.saveDraft();

    // After a reload, the recovered text still does not overwrite the newer draft.
    elsewhere.on("dialog", (dialog) => dialog.accept());
    await theirs.value.fill("10");
    await elsewhere.reload();
    await expect(theirs.value).toHaveValue("8");
    await elsewhere.getByRole("radio", { name: /Saved version\s*8/ }).check();
    await elsewhere.getByRole("button", { name: say("form.support.take") }).click();
    await expect(theirs.value).toHaveValue("8");
    await elsewhere.reload();
    await expect(theirs.value).toHaveValue("8");
    await expect(elsewhere.getByText(say("form.support.newer"))).toHaveCount(0);

    // The draft is submitted here; the text typed there remains readable.
    await theirs.note.fill("Never sent");
    await mine.submit();
    await elsewhere.reload();
    await expect(elsewhere.getByRole("heading", { name: say("report.form.submitted") })).toBeVisible();
    await expect(elsewhere.getByText("Never sent")).toBeVisible();
    await context.close();
  },
);
