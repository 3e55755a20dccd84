// An issued target is revised: who supports it and who answers for it. The earlier day keeps what was in force then.
import { expect, signInAs, speak, test, word } from "@/e2e/fixtures";
import type { Language } from "@/lib/i18n/languages";

/** Different targets for each run. */
const RUNS: Record<"desktop" | "phone", { lang: Language; supervisor: string; department: string; code: string }> = {
  desktop: { lang: "zh-CN", supervisor: "督查室督查员", department: "市商务局", code: "NT-M12" },
  phone: { lang: "en", supervisor: "Supervision Office supervisor", department: "Commerce Bureau", code: "NT-M13" },
};

test("responsibilities of an issued target are revised, and the earlier day keeps its own", async ({ page }, info) => {
  const { lang, supervisor, department, code } = RUNS[info.project.name === "phone" ? "phone" : "desktop"];
  const say = (path: string, values?: Record<string, string | number>) => word(lang, path, values);
  await speak(page, lang);
  await signInAs(page, supervisor, lang, `/targets/${code}/revise`);
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
