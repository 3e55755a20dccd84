// Each role sees only its desk, also by typed URL and by request.
import { expect, signInAs, signOut, speak, test, word } from "@/e2e/fixtures";
import { LANGUAGES } from "@/lib/i18n/languages";

test.use({ allowed: /404|403/ });

const ROLES = [
  { account: null, my: false, review: false },
  { account: "市科学技术局填报人", my: true, review: false },
  { account: "市科学技术局审核人", my: false, review: true },
  { account: "督查室督查员", my: false, review: false },
  { account: "系统管理员", my: false, review: false },
  { account: "内部读者", my: false, review: false },
] as const;

for (const { account, my, review } of ROLES) {
  test(`${account ?? "a visitor"} can open only their own desk`, async ({ page }) => {
    await speak(page, "zh-CN");
    if (account !== null) await signInAs(page, account);
    await page.goto("/");
    const nav = page.getByRole("navigation", { name: word("zh-CN", "layout.nav") });
    await expect(nav.getByRole("link", { name: word("zh-CN", "layout.my") })).toHaveCount(my ? 1 : 0);
    await expect(nav.getByRole("link", { name: word("zh-CN", "layout.review") })).toHaveCount(review ? 1 : 0);
    for (const [path, allowed] of [
      ["/my", my],
      ["/review", review],
    ] as const) {
      await page.goto(path);
      const title = account === null ? "auth.title" : allowed ? `${path.slice(1)}.title` : "auth.notAllowed";
      await expect(page.getByRole("heading", { level: 1, name: word("zh-CN", title) })).toBeVisible();
    }
    await page.goto("/targets/NT-T04");
    await expect(page.getByRole("link", { name: word("zh-CN", "report.pageTitle") })).toHaveCount(0);
    await page.goto("/targets/NT-T04/report");
    await expect(page.getByRole("textbox", { name: word("zh-CN", "report.form.note") })).toHaveCount(0);
  });
}

test("an unknown URL shows the 404 page, in both languages", async ({ page }) => {
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const path of ["/nowhere", "/targets/NT-X99", "/departments/nobody", "/sources/none"]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: word(language, "notFound.title") })).toBeVisible();
    }
  }
});

test("only the office and the administrator can open their desks", async ({ page }) => {
  await speak(page, "zh-CN");
  const DESKS = [
    {
      account: "督查室督查员",
      open: ["/supervision", "/audit"],
      shut: ["/admin/users", "/admin/metrics", "/admin/rules"],
    },
    { account: "系统管理员", open: ["/supervision", "/audit", "/admin/users", "/admin/rules"], shut: [] },
    { account: "市科学技术局审核人", open: [], shut: ["/supervision", "/audit", "/admin/departments"] },
    { account: "内部读者", open: [], shut: ["/supervision", "/audit", "/admin/users"] },
  ];
  for (const { account, open, shut } of DESKS) {
    await signInAs(page, account);
    for (const path of [...open, ...shut]) {
      await page.goto(path);
      const refused = page.getByRole("heading", { level: 1, name: word("zh-CN", "auth.notAllowed") });
      await expect(refused, `${account} at ${path}`).toHaveCount(shut.includes(path) ? 1 : 0);
    }
    const csv = await page.request.get("/audit/export.csv");
    expect(csv.status(), account).toBe(open.includes("/audit") ? 200 : 403);
    await signOut(page, "zh-CN");
    await expect(page.getByRole("link", { name: word("zh-CN", "auth.signIn"), exact: true })).toHaveCount(1);
  }
});
