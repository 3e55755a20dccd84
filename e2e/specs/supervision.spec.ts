// A target gets its value and is received, a slip is answered, a revised promise shows its mark, and the earlier day
// remains unchanged.
import type { Browser, Page } from "@playwright/test";
import { expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";
import type { Language } from "@/lib/i18n/languages";

const ROLES: Record<Language, { office: string; reporter: string }> = {
  "zh-CN": { office: "督查室督查员", reporter: "市商务局填报人" },
  en: { office: "Supervision Office supervisor", reporter: "Commerce Bureau, reporter" },
};
/** Different targets for each run. */
const CODES = {
  desktop: { open: "NT-B02", lowered: "NT-M08" },
  phone: { open: "NT-B03", lowered: "NT-M07" },
} as const;

async function personIn(browser: Browser, account: string, lang: Language, next: string): Promise<Page> {
  const { use } = test.info().project;
  const context = await browser.newContext({ baseURL: use.baseURL, viewport: use.viewport, locale: "zh-CN" });
  const page = await context.newPage();
  await speak(page, lang);
  await signInAs(page, account, next);
  return page;
}

test("a target gets its value, is received, gets a slip and is revised", async ({ browser }, info) => {
  test.setTimeout(180_000);
  const isPhone = info.project.name === "phone";
  const lang: Language = isPhone ? "en" : "zh-CN";
  const say = (path: string) => word(lang, path);
  const { open, lowered } = isPhone ? CODES.phone : CODES.desktop;
  const office = await personIn(browser, ROLES[lang].office, lang, "/supervision");
  const owner = await personIn(browser, ROLES[lang].reporter, lang, "/my");

  await test.step("without a value nobody can receive it, and the report page explains why", async () => {
    for (const path of [`/targets/${open}`, `/targets/${open}/report`]) {
      await owner.goto(path);
      await expect(owner.getByText(say("life.awaitsFigure"))).toBeVisible();
      await expect(owner.getByRole("button", { name: say("life.receive") })).toHaveCount(0);
    }
  });

  await test.step("a revision sets the value, with a reason and a document", async () => {
    await office.goto(`/targets/${open}/revise`);
    const value = office.getByLabel(new RegExp(`^${say("target.fields.value")}`)).first();
    await value.fill("twelve");
    await office.getByRole("button", { name: say("life.sends.direct") }).click();
    await expect(office.getByText(say("form.errors.not-a-number"))).toBeVisible();
    await expect(value).toHaveValue("twelve");
    await value.fill("900");
    const cutOff = office.getByLabel(say("newTarget.cutOff"));
    await expect(cutOff).toHaveValue("8");
    await cutOff.fill("7");
    const lag = office.getByLabel(say("newTarget.lag"));
    await lag.fill("25");
    await office.getByLabel(say("life.reason")).fill("plan of the year");
    await office.getByLabel(say("life.authority")).fill("No. 1");
    await office.getByRole("button", { name: say("life.sends.direct") }).click();
    await expect(office.getByText(say("form.errors.not-a-lag"))).toBeVisible();
    await expect(cutOff).toHaveValue("7");
    await lag.fill("1");
    await office.getByRole("button", { name: say("life.sends.direct") }).click();
    await expect(office.getByText(say("form.done"), { exact: true })).toBeVisible();
  });

  await test.step("the target states its reporting, and its revisions the change of it", async () => {
    await office.goto(`/targets/${open}`);
    await expect(office.getByText(`${say("newTarget.cutOff")}${say("target.colon")}8 → 7`)).toBeAttached();
    await expect(office.getByText(`${say("newTarget.lag")}${say("target.colon")}0 → 1`)).toBeAttached();
    await office.goto(`/targets/${open}?asOf=2023-09-29`);
    await expect(office.getByText(`${say("newTarget.lag")}${say("target.colon")}0 → 1`)).toHaveCount(0);
  });

  await test.step("it is received; the report page and the desk show it as due", async () => {
    await owner.goto(`/targets/${open}/report`);
    await expect(owner.getByText(say("life.signFirst"))).toBeVisible();
    await expect(owner.getByRole("button", { name: say("life.receive") })).toBeVisible();
    await owner.goto("/my");
    const waiting = owner
      .getByRole("listitem")
      .filter({ hasText: open })
      .filter({ hasText: say("life.receive") });
    await waiting.getByRole("button", { name: say("life.receive") }).click();
    await expect(waiting).toHaveCount(0);
    await owner.goto(`/targets/${open}`);
    await expect(owner.getByRole("heading", { name: say("targetStates.received") })).toBeVisible();
  });

  await test.step("a slip is sent and answered", async () => {
    await office.goto(`/targets/${open}`);
    await office.getByText(say("instructions.send")).first().click();
    await office.getByLabel(say("instructions.body"), { exact: true }).fill("why so slow?");
    await office.getByRole("button", { name: say("instructions.send") }).click();
    await expect(office.getByText("why so slow?").first()).toBeVisible();
    await owner.goto("/my");
    const slip = owner.getByRole("listitem").filter({ hasText: open }).filter({ hasText: "why so slow?" });
    await slip.getByRole("button", { name: say("instructions.reply") }).click();
    await expect(slip.getByText(say("form.errors.required"))).toBeVisible();
    await slip.getByLabel(say("instructions.replyText")).fill("catching up");
    await slip.getByRole("button", { name: say("instructions.reply") }).click();
    await expect(slip).toHaveCount(0);
    await office.goto("/supervision");
    const answered = office.getByRole("listitem").filter({ hasText: open }).filter({ hasText: "why so slow?" });
    await expect(answered.getByText("catching up")).toBeVisible();
  });

  await test.step("an extension is approved; the issued terms are shown next to the new ones", async () => {
    await owner.goto(`/targets/${lowered}/revise?as=extension`);
    await owner.getByLabel(say("target.fields.dueOn")).fill("2024-03-31");
    await owner.getByLabel(say("life.reason")).fill("late delivery");
    await owner.getByLabel(say("life.authority")).fill("No. 2");
    await owner.getByRole("button", { name: say("life.sends.extension") }).click();
    await expect(owner.getByText(say("form.done"), { exact: true })).toBeVisible();
    await office.goto("/supervision");
    const request = office.getByRole("listitem").filter({ hasText: lowered }).filter({ hasText: "late delivery" });
    await request.getByRole("button", { name: say("life.approveRequest"), exact: true }).click();
    await expect(request).toHaveCount(0);
    await office.goto(`/targets/${lowered}`);
    await expect(office.getByRole("table", { name: say("target.adjusted") })).toContainText(say("target.asIssued"));
    const answer = await office.request.get(`/api/v1/targets/${lowered}`);
    expect(await answer.json()).toMatchObject({
      adjusted: true,
      dueOn: "2024-03-31",
      original: { dueOn: "2023-12-31" },
    });
  });

  await test.step("the previous day shows none of it, and the audit all of it", async () => {
    await office.goto(`/targets/${lowered}?asOf=2023-09-29`);
    await expect(office.getByText(say("layout.asOfBack"))).toBeVisible();
    await expect(office.getByRole("table", { name: say("target.adjusted") })).toHaveCount(0);
    await office.goto(`/audit?q=${open}`);
    for (const action of ["target.revised", "target.received", "instruction.sent"]) {
      await expect(office.getByRole("rowheader", { name: say(`audit.actions.${action}`) })).toBeVisible();
    }
  });
});

test("ticked slips are sent at once, and a cell of the table leads to its reports", { tag: "@desk" }, async ({
  page,
}) => {
  const say = (path: string, values?: Record<string, string | number>) => word("zh-CN", path, values);
  await speak(page, "zh-CN");
  await signInAs(page, ROLES["zh-CN"].office, "/supervision");
  await expect(page.getByRole("button", { name: say("supervision.bulk.send", { count: 0 }) })).toBeDisabled();
  const boxes = ["NT-M03", "NT-M10"].map((code) =>
    page.getByRole("checkbox", { name: say("supervision.tick", { code }) }),
  );
  for (const box of boxes) await box.check();
  const send = say("supervision.bulk.send", { count: 2 });
  await page.getByRole("button", { name: send }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: send }).click();
  await expect(page.getByText(say("supervision.bulk.done", { count: 2 }), { exact: true })).toBeVisible();
  for (const box of boxes) await expect(box).toHaveCount(0);

  const cells = page.getByRole("region", { name: say("supervision.matrix") }).getByRole("cell");
  await cells.getByRole("link").first().click();
  await expect(page).toHaveURL(/department=[a-z-]+&month=2023-\d\d$/);
  await expect(page.getByRole("columnheader", { name: say("supervision.columns.submittedOn") })).toBeVisible();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
});

test("the calendar of the month counts what is due on each day, and leads to it", async ({ page }) => {
  const say = (path: string, values?: Record<string, string | number>) => word("zh-CN", `supervision.${path}`, values);
  await speak(page, "zh-CN");
  // No other spec changes what was known on this day.
  await standOn(page, "2023-02-28");
  await signInAs(page, ROLES["zh-CN"].office, "/supervision");
  const calendar = page.getByRole("region", { name: say("calendar", { month: "2023年2月" }) });
  const days = calendar.getByRole("listitem").filter({ has: page.getByRole("time") });
  await expect(days).toHaveCount(28);
  const full = days.filter({ has: page.getByRole("link") });
  await expect(full).toHaveText([/2023年2月10日.*报送 4 项$/, /2023年2月28日 今天.*节点 1 个$/]);
  await full.first().getByRole("link").click();
  await expect(page.getByText("共 4 项，最差的在前。")).toBeVisible();
});
