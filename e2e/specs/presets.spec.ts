// Presets of the chart studio: saved by an office, chosen for another chart, shared, renamed, deleted.
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { confirmDialogs, expect, openAs, signInAs, speak, test, word } from "@/e2e/fixtures";

const label = (path: string) => word("zh-CN", `studio.${path}`);
const preset = (path: string) => label(`presets.${path}`);

async function openPresets(page: Page): Promise<void> {
  const menu = page.locator("summary").filter({ hasText: preset("title") });
  if ((await menu.locator("..").getAttribute("open")) === null) await menu.click();
}

const aLogo = () =>
  sharp({ create: { width: 300, height: 90, channels: 3, background: "#1b6e4b" } })
    .png()
    .toBuffer();

test("a department saves the look of its figures with a logo, and uses it for another chart", async ({
  page,
  browser,
}) => {
  const name = `简报 ${test.info().project.name}`;
  await speak(page, "zh-CN");
  const look = new URLSearchParams({ theme: "print", colour: "#1b6e4b", typeface: "serif", source: "市交通运输局" });
  await signInAs(page, "市交通运输局填报人", `/studio?targets=NT-T01&${look}`);
  await openPresets(page);
  await page.getByRole("textbox", { name: preset("save") }).fill(name);
  await page.getByLabel(preset("logo")).setInputFiles({
    name: "logo.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  });
  await page.getByRole("button", { name: preset("submit"), exact: true }).click();
  await expect(page.getByText(word("zh-CN", "form.errors.no-picture"))).toBeVisible();
  await page
    .getByLabel(preset("logo"))
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await aLogo() });
  await page.getByRole("button", { name: preset("submit"), exact: true }).click();
  const link = page.getByRole("link", { name, exact: true });
  await expect(link).toBeVisible();

  await page.goto("/studio?targets=NT-T03&size=square");
  await openPresets(page);
  await link.click();
  await expect(page).toHaveURL(/targets=NT-T03/);
  await expect(page).toHaveURL(/logo=[\da-f]{32}/);
  await expect(link).toBeHidden();
  await expect(page.getByLabel(label("colour"))).toHaveValue("#1b6e4b");
  await expect(page.getByLabel(label("typeface"))).toHaveValue("serif");
  await expect(page.getByLabel(label("size"))).toHaveValue("default");
  const image = page.getByRole("region", { name: label("preview") }).getByRole("img");
  await expect(image).toHaveAttribute("src", /sig=/);
  const address = ((await image.getAttribute("src")) ?? "").replace("chart.png", "chart.svg");
  const visitor = await openAs(browser, null);
  const svg = await (await visitor.request.get(address)).text();
  expect(svg).toContain('xlink:href="data:image/png;base64,');
  expect(svg).toContain("来源：市交通运输局");
  expect(svg).toContain('font-family="Noto Serif SC, ');
  expect(svg).not.toContain("读者");
  // Another day of the same chart is signed again; without a signature there is no logo.
  expect(await (await visitor.request.get(address.replace(/&sig=[^&]*/, ""))).text()).not.toContain("<image");
  // A frame on another site draws it, too: its policy permits pictures inside the page.
  await visitor.goto(address.replace("/chart.svg", "").replace("/targets/", "/embed/targets/"));
  const loaded = await visitor
    .locator("svg image")
    .first()
    .evaluate(async (one) => {
      const picture = new Image();
      picture.src = one.getAttribute("href") ?? one.getAttribute("xlink:href") ?? "";
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    });
  expect(loaded).toEqual([300, 90]);
  await visitor.context().close();

  await openPresets(page);
  const entry = page.getByRole("listitem").filter({ has: link });
  await entry.getByText(preset("change")).click();
  const changed = `${name}（新）`;
  await entry.getByLabel(preset("name"), { exact: true }).fill(changed);
  await entry.getByRole("button", { name: preset("rename") }).click();
  const renamed = page.getByRole("link", { name: changed, exact: true });
  await expect(renamed).toBeVisible();
  await confirmDialogs(page);
  const again = page.getByRole("listitem").filter({ has: renamed });
  if (!(await again.getByRole("button", { name: preset("delete") }).isVisible()))
    await again.getByText(preset("change")).click();
  await again.getByRole("button", { name: preset("delete") }).click();
  await expect(renamed).toHaveCount(0);
});

test("the supervision office shares a preset, which others choose and cannot change", async ({ page, browser }) => {
  const name = `通报 ${test.info().project.name}`;
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员", "/studio?targets=NT-T01&theme=grey");
  await openPresets(page);
  await page.getByRole("textbox", { name: preset("save") }).fill(name);
  await page.getByLabel(preset("share")).check();
  await page.getByRole("button", { name: preset("submit"), exact: true }).click();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  const other = await openAs(browser, "市科学技术局填报人");
  await other.goto("/studio");
  await openPresets(other);
  const entry = other.getByRole("listitem").filter({ has: other.getByRole("link", { name, exact: true }) });
  await expect(entry).toContainText(preset("shared"));
  await expect(entry.getByText(preset("change"))).toHaveCount(0);
  await other.getByRole("link", { name, exact: true }).click();
  await expect(other).toHaveURL(/theme=grey/);
  await other.getByLabel(label("typeface")).selectOption("serif");
  const image = other.getByRole("region", { name: label("preview") }).getByRole("img");
  await expect(image).toHaveAttribute("src", /theme=grey.*typeface=serif/);
  await other.context().close();
});
