// Reading: change the day, download a chart, read without script.
import { expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";

test("changing the demo day changes every number", async ({ page }) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-03-31");
  await page.goto("/targets/NT-T07");
  await expect(page.getByText(word("zh-CN", "lights.achieved"))).toHaveCount(0);
  await standOn(page, "2023-12-31");
  await page.goto("/targets/NT-T07");
  await expect(page.getByText(word("zh-CN", "lights.achieved")).first()).toBeVisible();
});

test("a chart is rendered as a figure and becomes interactive on pointer or keyboard focus", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets/NT-T02");
  const figure = page.getByRole("figure").first();
  await expect(figure.getByRole("img").first()).toBeVisible();
  await figure.getByRole("img").first().hover();
  await expect(figure.getByRole("application").first()).toBeVisible();
});

test("a forecast shows the previous error of its method", async ({ page }) => {
  await speak(page, "en");
  await page.goto("/targets/NT-T02");
  await page.getByText(word("en", "target.backTest.title")).click();
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^\d+ \w+ 2023$/ }) });
  const fold = page.locator("details").filter({ hasText: word("en", "target.backTest.title") });
  const numbers = async (index: number) =>
    (await rows.nth(index).getByRole("cell").allTextContents()).map((text) => Number(text.replace("−", "-")));
  const count = await fold.getByRole("row").count();
  expect(count).toBeGreaterThan(4);
  const offs: number[] = [];
  for (let index = 0; index < count - 1; index += 1) {
    const [predicted = Number.NaN, actual = Number.NaN, difference = Number.NaN] = await numbers(index);
    expect(Math.abs(actual - predicted - difference)).toBeLessThanOrEqual(0.101);
    offs.push(Math.abs(difference));
  }
  // The metric's unit is CNY 100 million, and the sentence gives billions.
  const mean = offs.reduce((sum, off) => sum + off, 0) / offs.length;
  const shownError = Number(
    /average error of CNY ([\d.]+) (million|billion)/.exec((await fold.textContent()) ?? "")?.[1],
  );
  expect(shownError).toBeGreaterThan(0);
  expect([mean / 10, mean * 100].some((one) => Math.abs(one - shownError) <= shownError * 0.1)).toBe(true);
});

test("a forecast has its range, and a reason until there is one", async ({ page }) => {
  await speak(page, "en");
  await page.goto("/targets/NT-T02");
  await expect(page.getByText(/^80% range: CNY [\d.]+ billion–CNY [\d.]+ billion$/)).toBeVisible();
  await expect(
    page.getByRole("img", { name: /Forecast for 31 Dec 2023: CNY [\d.]+ billion, 80% range CNY/ }).first(),
  ).toBeVisible();
  await standOn(page, "2023-04-30");
  await page.goto("/targets/NT-T02");
  const reason = word("en", "target.noForecast.too-few-readings", { fewest: 4, readings: 2 });
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByText(word("en", "target.backTest.title"))).toHaveCount(0);
});

test("a URL that cannot be decoded returns the product's 404 page", async ({ request }) => {
  for (const path of ["/targets/%E4%A", "/departments/%FF", "/targets/%E4%A?asOf=2023-05-01", "/api/v1/targets/%E4"]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).toContain(word("zh-CN", "notFound.title"));
  }
});

const SIGNATURES = { svg: "<svg", png: "\x89PNG", pdf: "%PDF", csv: "\xef\xbb\xbf", xlsx: "PK" } as const;

for (const place of ["/targets/NT-T02", "/departments/commerce", ""]) {
  test(`the chart of ${place || "/"} is available in every file format`, async ({ request }) => {
    for (const [format, start] of Object.entries(SIGNATURES)) {
      const response = await request.get(`${place}/chart.${format}`);
      expect(response.status(), format).toBe(200);
      expect((await response.body()).toString("latin1").trimStart().startsWith(start), format).toBe(true);
    }
  });
}

test("search engines find every public target, described as a dataset", { tag: "@desk" }, async ({ page, request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  const sitemap = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? "";
  const xml = await (await request.get(new URL(sitemap).pathname)).text();
  const paths = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => new URL(address).pathname);
  for (const path of ["/", "/departments/transport", "/sources/nantong-daily-321", "/targets/NT-T02"]) {
    expect(paths).toContain(path);
  }
  expect(paths.filter((path) => path.startsWith("/targets/")).length).toBeGreaterThanOrEqual(31);
  await page.goto("/targets/NT-T02");
  const described = page.locator('script[type="application/ld+json"]');
  const readDescription = async () => JSON.parse((await described.textContent()) ?? "");
  const dataset = await readDescription();
  expect(dataset).toMatchObject({
    "@type": "Dataset",
    identifier: "NT-T02",
    temporalCoverage: "2023-01-01/2023-12-31",
  });
  for (const { contentUrl } of dataset.distribution) {
    expect((await request.get(contentUrl)).status(), contentUrl).toBe(200);
  }
  await page.goto("/targets");
  expect((await readDescription()).distribution).toHaveLength(3);
  await page.goto("/targets?light=behind");
  await expect(described).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("list, filter, figure and table are readable", async ({ page }) => {
    await speak(page, "zh-CN");
    await page.goto("/targets?light=behind");
    await expect(page.getByText(/^NT-T04/)).toBeVisible();
    await expect(page.getByText(/^NT-T01/)).toHaveCount(0);
    await page.goto("/targets/NT-T04");
    await expect(page.getByRole("img").first()).toBeVisible();
    await page.getByRole("figure").first().getByText("查看数据表").click();
    await expect(page.getByRole("table").first()).toBeVisible();
  });
});

test.describe("a desk without script", () => {
  test.use({ javaScriptEnabled: false });
  test("is rendered completely, without the loading skeleton", async ({ page }) => {
    await speak(page, "zh-CN");
    await signInAs(page, "市商务局填报人", "/my");
    await expect(page.getByRole("heading", { name: word("zh-CN", "my.waiting") })).toBeVisible();
    await expect(page.getByText(word("zh-CN", "layout.loading"))).toBeHidden();
  });
});

test("every count of the overview links to a list of exactly that many", async ({ page }) => {
  await speak(page, "en");
  // A day before the writes of other specs, so that the counts are stable.
  await standOn(page, "2023-03-01");
  await page.goto("/");
  const links = await page
    .getByRole("region", { name: word("en", "overview.chart") })
    .getByRole("link", { name: / \d+$/ })
    .all();
  const counts = await Promise.all(
    links.map(async (link) => ({
      href: await link.getAttribute("href"),
      count: /\d+$/.exec((await link.textContent()) ?? "")?.[0],
    })),
  );
  expect(counts.length).toBeGreaterThan(10);
  for (const { href, count } of counts) {
    await page.goto(href ?? "");
    await expect(page.getByText(`${count} in all`)).toBeVisible();
  }
});

test("the overview is grouped by sections, with its files, and a segment links to a list of that many", async ({
  page,
}) => {
  await speak(page, "en");
  await standOn(page, "2023-03-01");
  await page.goto("/");
  await page
    .getByRole("navigation", { name: word("en", "overview.groupings") })
    .getByRole("link", { name: word("en", "groupings.names.section") })
    .click();
  await expect(page).toHaveURL(/by=section/);
  const chart = page.getByRole("region", { name: word("en", "overview.chart") });
  const segment = chart.getByRole("link", { name: / · .* \d+$/ }).first();
  await expect(segment).toHaveAttribute("href", /section=/);
  const count = /\d+$/.exec((await segment.getAttribute("aria-label")) ?? "")?.[0];
  const files = chart.getByText(word("en", "overview.numbers"));
  await files.click();
  await expect(chart.getByRole("columnheader", { name: word("en", "groupings.column.section") })).toBeVisible();
  await expect(chart.getByRole("link", { name: "CSV" })).toHaveAttribute("href", /by=section/);
  await segment.click();
  await expect(page).toHaveURL(/\/targets\?section=/);
  await expect(page.getByText(`${count} in all`)).toBeVisible();
});

test("the list sorts by its headings, on a phone by a menu, and the URL contains the order", async ({
  page,
  isMobile,
}) => {
  await speak(page, "zh-CN");
  await page.goto("/targets");
  if (isMobile) {
    await page.getByText(word("zh-CN", "targetList.filter"), { exact: true }).click();
    await page.getByRole("combobox", { name: word("zh-CN", "targetList.sort") }).selectOption("code");
    await expect(page).toHaveURL(/sort=code/);
    await expect(page.getByRole("rowheader").first()).toContainText("NT-B01");
    return;
  }
  const heading = page.getByRole("columnheader", { name: word("zh-CN", "targetList.columns.target") });
  await heading.getByRole("link").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("rowheader").first()).toContainText("NT-B01");
  await heading.getByRole("link").click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/order=desc/);
  await expect(page.getByRole("rowheader").first()).toContainText("NT-T08");
});

test("print is white and without controls, even from a dark screen", async ({ page }) => {
  await speak(page, "zh-CN", "dark");
  await page.goto("/targets/NT-T02");
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const onScreen = await ink();
  await page.emulateMedia({ media: "print" });
  expect(onScreen).toBe("rgb(236, 234, 228)");
  expect(await ink()).toBe("rgb(28, 27, 25)");
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.locator("form:visible")).toHaveCount(0);
  await expect(page.getByText("承诺为报纸原文").first()).toBeVisible();
});

test("the rules of lights are linked from a light, the overview, the list and every page", async ({ page }) => {
  await speak(page, "en");
  const link = () => page.getByRole("main").getByRole("link", { name: word("en", "method.title") });
  await page.goto("/targets/NT-T02");
  await page.getByText(word("en", "target.why"), { exact: true }).click();
  await link().click();
  await expect(page.getByRole("heading", { level: 1, name: word("en", "method.title") })).toBeVisible();
  await page.getByRole("link", { name: word("en", "method.sections.silence.title") }).click();
  await expect(page.getByRole("heading", { name: word("en", "method.sections.silence.title") })).toBeInViewport();
  for (const path of ["/", "/targets"]) {
    await page.goto(path);
    await expect(link(), path).toBeVisible();
  }
  await page.goto("/sources?asOf=2023-06-30");
  await page
    .getByRole("contentinfo")
    .getByRole("link", { name: word("en", "method.title") })
    .click();
  await expect(page).toHaveURL(/\/method\?asOf=2023-06-30$/);
});

test("slash moves the focus to the search of the header, except in a field", { tag: "@desk" }, async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/");
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: word("zh-CN", "layout.search") });
  await expect(search).toBeFocused();
  await search.press("/");
  await expect(search).toHaveValue("/");
  await search.fill("NT-T02b");
  await search.press("Enter");
  await expect(page).toHaveURL(/\/targets\?q=NT-T02b/);
  await expect(page.getByRole("rowheader")).toHaveCount(1);
});

test("everybody lands on their own desk, with the number of waiting tasks in the navigation", { tag: "@desk" }, async ({
  page,
}) => {
  await speak(page, "zh-CN");
  for (const [account, path, label] of [
    ["督查室督查员", "/supervision", "supervision"],
    ["市交通运输局填报人", "/my", "my"],
    ["市交通运输局审核人", "/review", "review"],
    ["系统管理员", "/admin/users", "admin"],
    ["内部读者", "/", "overview"],
  ] as const) {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: account, exact: true }).click();
    await expect(page).toHaveURL(path);
    const link = page.getByRole("navigation").getByRole("link", { name: word("zh-CN", `layout.${label}`) });
    await expect(link.first()).toHaveAttribute("aria-current", "page");
    // The demo's supervision office always has slips to send.
    if (label === "supervision") await expect(link).toHaveText(/\d+$/);
  }
});

for (const language of ["zh-CN", "en"] as const) {
  test(`value, light, forecast and chart of a target are on its first screen (${language})`, { tag: "@desk" }, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await speak(page, language);
    await standOn(page, "2023-09-30");
    await page.goto("/targets/NT-T04");
    const overview = page.getByRole("region", { name: word(language, "target.sections.overview") });
    // The last line of the column with value, light and forecast.
    await expect(overview.getByText(word(language, "target.why"))).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("figure").getByRole("img").first()).toBeInViewport({ ratio: 0.9 });
    // The bar of sections stays at the top.
    const sections = page.getByRole("navigation", { name: word(language, "target.sections.title") });
    await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
    await expect(sections).toBeInViewport();
    await page
      .getByRole("navigation", { name: word(language, "target.sections.neighbours") })
      .getByRole("link")
      .last()
      .click();
    await expect(page).toHaveURL(/\/targets\/NT-T05$/);
  });
}

test("the bar of a target offers the reader's next action", { tag: "@desk" }, async ({ page }) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-09-30");
  const report = page.getByRole("link", { name: word("zh-CN", "report.pageTitle") });
  await page.goto("/targets/NT-T01");
  await expect(report).toHaveCount(0);
  await signInAs(page, "市交通运输局填报人", "/targets/NT-T01");
  await report.click();
  await expect(page).toHaveURL("/targets/NT-T01/report");
});
