// An issued target is revised: who supports it, who answers for it, and its steps. The earlier day keeps what was in force
// then.
import { expect, signInAs, speak, test, word } from "@/e2e/fixtures";
import type { Language } from "@/lib/i18n/languages";

/** Different targets for each run. */
const RUNS = {
  desktop: {
    lang: "zh-CN",
    supervisor: "督查室督查员",
    department: "市商务局",
    code: "NT-M12",
    openStep: "省药监局审评核查工作站",
  },
  phone: {
    lang: "en",
    supervisor: "Supervision Office supervisor",
    department: "Commerce Bureau",
    code: "NT-M13",
    openStep: "Growth of small and micro enterprises",
  },
} as const satisfies Record<string, { lang: Language; [key: string]: string }>;

test("responsibilities of an issued target are revised, and the earlier day keeps its own", async ({ page }, info) => {
  const { lang, supervisor, department, code } = RUNS[info.project.name === "phone" ? "phone" : "desktop"];
  const say = (path: string, values?: Record<string, string | number>) => word(lang, path, values);
  await speak(page, lang);
  await signInAs(page, supervisor, `/targets/${code}/revise`);
  const first = page.getByRole("combobox", { name: say("newTarget.supportingRow", { n: 1 }) });
  await first.selectOption({ label: department });
  await page.getByLabel(say("newTarget.leaderInCharge")).fill("副市长");
  await page.getByLabel(say("life.reason")).fill("新的分工");
  await page.getByLabel(say("life.authority")).fill("No. 3");
  await page.getByRole("button", { name: say("life.sends.direct") }).click();
  await expect(page.getByText(say("form.done"), { exact: true })).toBeVisible();

  await page.goto(`/targets/${code}`);
  const table = page.getByRole("table", { name: say("target.responsibilityRevised") });
  await expect(table.getByRole("row", { name: `${say("target.supporting")} — ${department}` })).toBeVisible();
  await expect(table.getByRole("row", { name: `${say("target.leaderInCharge")} — 副市长` })).toBeVisible();
  await expect(page.getByText(`${say("target.supporting")}${say("target.colon")}— → ${department}`)).toBeAttached();

  await page.goto(`/targets/${code}?asOf=2023-09-29`);
  await expect(page.getByText(say("layout.asOfBack"))).toBeVisible();
  await expect(table).toHaveCount(0);
  await expect(page.getByText("副市长")).toHaveCount(0);
});

test("a step is removed and another added, and the earlier day keeps its own", async ({ page }, info) => {
  const { lang, supervisor, code, openStep } = RUNS[info.project.name === "phone" ? "phone" : "desktop"];
  const say = (path: string, values?: Record<string, string | number>) => word(lang, path, values);
  await speak(page, lang);
  await signInAs(page, supervisor, `/targets/${code}/revise`);
  await page.getByLabel(say("target.removeStep", { step: openStep })).check();
  const title = page.getByLabel(say("promiseForm.stepTitle"), { exact: true }).first();
  await title.fill("竣工验收");
  await page.getByLabel(say("life.reason")).fill("方案调整");
  await page.getByLabel(say("life.authority")).fill("No. 4");
  const send = page.getByRole("button", { name: say("life.sends.direct") });
  await send.click();
  await expect(page.getByText(say("form.errors.not-a-day"))).toBeVisible();
  await expect(title).toHaveValue("竣工验收");
  await expect(page.getByLabel(say("target.removeStep", { step: openStep }))).toBeChecked();
  await page.getByLabel(say("promiseForm.stepDate"), { exact: true }).first().fill("2023-12-28");
  await send.click();
  await expect(page.getByText(say("form.done"), { exact: true })).toBeVisible();

  const steps = page.locator("section").filter({ has: page.getByRole("heading", { name: say("target.steps") }) });
  await page.goto(`/targets/${code}`);
  await expect(steps.getByText("竣工验收")).toBeVisible();
  await expect(steps.getByText(openStep)).toHaveCount(0);
  await expect(page.getByText(`竣工验收${say("target.colon")}— →`)).toBeAttached();
  await page.goto(`/targets/${code}?asOf=2023-09-29`);
  await expect(steps.getByText(openStep)).toBeVisible();
  await expect(page.getByText("竣工验收")).toHaveCount(0);
});
