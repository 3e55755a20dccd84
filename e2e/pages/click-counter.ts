import type { Locator } from "@playwright/test";

/** Counts the clicks of a task, so that a test can hold it to a number. */
export class ClickCounter {
  count = 0;

  async on(locator: Locator): Promise<void> {
    this.count += 1;
    await locator.click();
  }
}
