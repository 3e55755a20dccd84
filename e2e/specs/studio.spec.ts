// The studio: choices apply at once, are part of the URL, and apply to files and frames.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { expect, signInAs, speak, test, word } from "@/e2e/fixtures";

const label = (path: string) => word("zh-CN", `studio.${path}`);

test("period, notes and hidden series of a chart are part of its URL", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets/NT-T02");
  await page.getByRole("link", { name: word("zh-CN", "charts.studio") }).click();
  const picture = page.getByRole("img", { name: /大交通完成投资/ });
  await expect(picture).toBeVisible();
  await page.getByLabel(label("from"), { exact: true }).fill("2023-03-01");
  await expect(page).toHaveURL(/from=2023-03-01/);
  await page.getByLabel("计划进度").check();
  await expect(page).toHaveURL(/hide=expected/);
  await page.getByLabel("注释1的日期").fill("2023-06-15");
  await page.getByLabel("注释1", { exact: true }).fill("市政府常务会议调度");
  await page.getByLabel("注释1", { exact: true }).blur();
  await expect(page).toHaveURL(/note1=/);
  // An incomplete note (day only) is ignored and not lost.
  await expect(page.getByLabel("注释1的日期")).toHaveValue("2023-06-15");
  await expect(page.getByRole("alert").filter({ hasText: label("wrong").slice(0, 4) })).toHaveCount(0);
  await page.getByLabel(label("size")).selectOption("half");
  await expect(picture).toHaveAttribute("src", /size=half/);
  const shown =
    (await page
      .getByText(/chart\.svg\?/)
      .first()
      .textContent()) ?? "";
  const svg = await (await page.request.get(shown)).text();
  expect(svg).toContain("① 2023年6月15日：市政府常务会议调度");
  expect(svg).toContain('width="590"');
  // The finding still names the plan; its line and label are gone.
  expect(svg).toContain('data-series="reported"');
  expect(svg).not.toMatch(/data-(series|label)="expected"/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1180);
});

test("a chart has the types that suit it, and its address keeps the selected one", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/studio?targets=NT-T02");
  const type = page.getByLabel(label("type"), { exact: true });
  const names = ["line", "bar", "bullet"].map((one) => label(`types.${one}`));
  await expect(type.getByRole("option")).toHaveText(names);
  await type.selectOption("bar");
  await expect(page).toHaveURL(/type=bar/);
  const picture = page.getByRole("img", { name: /大交通完成投资/ });
  await expect(picture).toHaveAttribute("src", /type=bar/);
  await type.selectOption("bullet");
  await expect(picture).toHaveAttribute("src", /type=bullet/);
  // A single value has no days to annotate.
  await expect(page.getByLabel("注释1", { exact: true })).toHaveCount(0);
  await type.selectOption(names[0] ?? "");
  await expect(picture).not.toHaveAttribute("src", /type=/);
  await page.goto("/studio?targets=NT-T02&type=dot");
  await expect(page.getByRole("alert").filter({ hasText: label("type") })).toBeVisible();
  await expect(picture).not.toHaveAttribute("src", /type=/);
  await page.goto("/studio");
  await expect(page.getByLabel(label("type"), { exact: true })).toHaveCount(0);
});

test("the selected type is in every downloaded picture and in the frame", async ({ page, context }) => {
  await speak(page, "zh-CN");
  // What only this type draws, and the number of readings that the frame offers by arrow keys.
  const types = [
    { type: "line", code: "NT-T02", drawn: /<g data-series="reported"><path d="M[^"Z]*" fill="none"/ },
    { type: "bar", code: "NT-T02", drawn: /<g data-series="reported"><path d="M[^"]*Z" fill="#/ },
    { type: "bullet", code: "NT-T02", drawn: /<rect[^>]*fill="#0b5394"(?! fill-opacity)/ },
    { type: "dot", code: "NT-T02b", drawn: /<g data-series="reported">(?!<path)/ },
  ];
  const pictures = new Set<string>();
  for (const { type, code } of types) {
    await page.goto(`/studio?targets=${code}&type=${type}`);
    const result = page.getByRole("region", { name: label("result") });
    const bytesOf = async (file: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        result.getByRole("link", { name: file, exact: true }).click(),
      ]);
      return readFile(await download.path());
    };
    const svg = (await bytesOf("SVG")).toString();
    const drawnIn = (markup: string) => types.filter((one) => one.drawn.test(markup)).map((one) => one.type);
    expect(drawnIn(svg)).toEqual([type]);
    const png = await bytesOf("PNG");
    expect((await sharp(png).metadata()).format).toBe("png");
    pictures.add((await sharp(png).resize(64, 64, { fit: "fill" }).raw().toBuffer()).toString("base64"));
    expect((await bytesOf("PDF")).subarray(0, 5).toString()).toBe("%PDF-");
    const address = /src="([^"]+)"/.exec((await result.getByText(/^<iframe/).textContent()) ?? "")?.[1] ?? "";
    const frame = await context.newPage();
    await frame.goto(address.replaceAll("&amp;", "&"));
    const framed = await frame
      .locator("svg")
      .filter({ visible: true })
      .evaluate((one) => one.outerHTML);
    expect(drawnIn(framed)).toEqual([type]);
    await frame.close();
  }
  expect(pictures.size).toBe(types.length);
});

test("compares two targets, with and without script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/studio?targets=NT-T02");
  await page.getByText(/选择两项以上即为对比/).click();
  await page.getByLabel(/^NT-T03/).check();
  await page.getByRole("button", { name: label("show") }).click();
  await expect(page.getByRole("img", { name: /^目标对比/ })).toBeVisible();
  await page.getByLabel(label("compareAs")).selectOption("shares");
  await page.getByRole("button", { name: label("show") }).click();
  await expect(page).toHaveURL(/as=shares/);
  await context.close();
});

test("names invalid parameters and still shows the chart", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/studio?targets=NT-T02&from=2023-06-01&to=2023-03-01&theme=neon");
  await expect(page.getByRole("alert").filter({ hasText: label("theme") })).toContainText(label("to"));
  await expect(page.getByRole("img", { name: /大交通完成投资/ })).toBeVisible();
});

test("an embedded frame adapts to the height of its figure", async ({ page, context }) => {
  await speak(page, "zh-CN");
  await page.goto("/studio?targets=NT-T02,NT-T03,NT-T01,NT-M10");
  const code = (await page.getByText(/^<iframe/).textContent()) ?? "";
  const outside = await context.newPage();
  const body = `<!doctype html><meta name="viewport" content="width=device-width"><body>${code}</body>`;
  const elsewhere = createServer((_request, response) => response.setHeader("content-type", "text/html").end(body));
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const address = `http://localhost:${(elsewhere.address() as AddressInfo).port}/`;
  for (const width of [360, 900]) {
    await outside.setViewportSize({ width, height: 800 });
    await outside.goto(address);
    const frame = outside.locator("iframe");
    const needed = () =>
      outside.frames()[1]?.evaluate(() => document.documentElement?.offsetHeight ?? 0) ?? Promise.resolve(0);
    await expect.poll(async () => Number(await frame.getAttribute("height")) - (await needed())).toBe(0);
    expect(await needed()).toBeGreaterThan(400);
    expect(await needed()).not.toBe(560);
  }
  elsewhere.close();
  expect((await context.cookies()).map((cookie) => cookie.name).sort()).toEqual(["guatu-lang", "guatu-theme"]);
});

test("words of a visitor are marked in the figure, those of signed-in users are not, and a change is undone", async ({
  page,
}) => {
  await speak(page, "zh-CN");
  const imageOf = async () => {
    const source = (await page.getByRole("img", { name: /交通投资/ }).getAttribute("src")) ?? "";
    return (await page.request.get(source.replace("chart.png", "chart.svg"))).text();
  };
  await page.goto("/studio?targets=NT-T02&title=交通投资");
  expect(await imageOf()).toContain("交通投资（图题由读者自拟）");
  await signInAs(page, "督查室督查员", "/studio?targets=NT-T02&title=交通投资");
  await page.goto("/studio?targets=NT-T02&title=交通投资");
  expect(await imageOf()).not.toContain("读者");
  const undo = page.getByRole("button", { name: label("undo") });
  await expect(undo).toBeDisabled();
  await page.getByLabel(label("labels")).selectOption("off");
  await expect(page).toHaveURL(/labels=off/);
  await undo.click();
  await expect(page).not.toHaveURL(/labels=off/);
  await expect(page.getByLabel(label("labels"))).toHaveValue("on");
  const values = async () => [...(await imageOf()).matchAll(/data-label="reported /g)].length;
  expect(await values()).toBe(0);
  await page.getByLabel(label("labels")).selectOption("points");
  await expect(page).toHaveURL(/labels=points/);
  await expect.poll(values).toBeGreaterThan(3);
});

test("the preview stays in view while the options scroll", async ({ page }) => {
  await speak(page, "zh-CN");
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/studio?targets=NT-T02");
    await page.getByLabel(label("asOf"), { exact: true }).scrollIntoViewIfNeeded();
    await expect(page.getByRole("region", { name: label("preview") }).getByRole("img")).toBeInViewport({ ratio: 0.9 });
  }
});
