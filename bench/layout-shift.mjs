// What moves on a target's page while its chart becomes interactive.
const CHART = "/targets/NT-T02";

/** The sum of the layout shifts, as browsers report them, from the first paint until the interactive chart is drawn. */
export async function layoutShiftOfTakeover(product, browser, viewport) {
  const context = await browser.newContext({ viewport, locale: "zh-CN" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) globalThis.shift += value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(product + CHART);
  const figure = page.getByRole("figure").first();
  await figure.getByRole("img").first().hover();
  await figure.getByRole("application").first().waitFor();
  // The observer reports with the next frames.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200)))),
  );
  const shift = await page.evaluate(() => globalThis.shift);
  await context.close();
  return shift;
}
