// Sharing a target's page: link preview, citation, embed code, data, method.
import sharp from "sharp";
import { expect, speak, test, word } from "@/e2e/fixtures";
import { LANGUAGES } from "@/lib/i18n/languages";

for (const language of LANGUAGES) {
  const label = (path: string) => word(language, `sharing.${path}`);

  test(`a target's page can be shared without signing in (${language})`, async ({ page, baseURL }) => {
    const origin = baseURL ?? "";
    await speak(page, language);
    await page.goto("/targets/NT-T02");
    const tag = (name: string) =>
      page.locator(`head meta[property="${name}"], head meta[name="${name}"]`).first().getAttribute("content");
    const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    for (const site of ["og", "twitter"]) {
      expect(await tag(`${site}:title`)).toBe(`NT-T02 ${title}`);
      expect(await tag(`${site}:description`)).toContain(language === "en" ? "CNY 40.2 billion" : "402亿元");
    }
    expect(await tag("twitter:card")).toBe("summary_large_image");
    expect(await tag("og:url")).toBe(`${origin}/targets/NT-T02`);
    const picture = (await tag("og:image")) ?? "";
    expect(await tag("twitter:image")).toBe(picture);
    expect(await tag("og:image:alt")).toContain("NT-T02");
    const answer = await page.request.get(picture);
    expect(answer.headers()["content-type"]).toBe("image/png");
    const { width, height } = await sharp(await answer.body()).metadata();
    expect([`${width}`, `${height}`]).toEqual([await tag("og:image:width"), await tag("og:image:height")]);

    await page.getByText(label("title"), { exact: true }).click();
    const shown = page.getByRole("group").filter({ hasText: label("citation") });
    await expect(shown).toContainText(`${origin}/targets/NT-T02?asOf=2023-09-30`);
    await expect(shown).toContainText(label("methodText"));
    const frame = shown.getByText(/^<iframe/);
    await expect(frame).toContainText(`src="${origin}/embed/targets/NT-T02?lang=${language}"`);
    await expect(frame).toContainText(`e.origin!=="${origin}"`);
    const embedded = await page.request.get(`/embed/targets/NT-T02?lang=${language}`);
    expect(await embedded.text()).toContain(`<html lang="${language}">`);
    expect(embedded.headers()["set-cookie"]).toBeUndefined();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      shown.getByRole("link", { name: label("package") }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
  });
}
