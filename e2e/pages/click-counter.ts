import { expect, type Locator, test } from "@playwright/test";

/** Counts the clicks of a task, so that a test can hold it to a number. `npm run bench` prints the counts. */
export class ClickCounter {
  private count = 0;

  constructor(private readonly task: string) {}

  async on(locator: Locator): Promise<void> {
    this.count += 1;
    await locator.click();
  }

  expectAtMost(bound: number): void {
    const description = JSON.stringify({ task: this.task, clicks: this.count, bound });
    test.info().annotations.push({ type: "clicks", description });
    expect(this.count, `clicks to ${this.task}`).toBeLessThanOrEqual(bound);
  }
}
