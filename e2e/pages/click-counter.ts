import { expect, type Locator, test } from "@playwright/test";

/** Counts the clicks of a task, so that a test can hold it to a number. `npm run bench` prints the counts. */
export class ClickCounter {
  private count = 0;

  constructor(private readonly task: string) {}

  /** @param also counts the same click */
  async on(locator: Locator, also?: ClickCounter): Promise<void> {
    this.count += 1;
    if (also !== undefined) also.count += 1;
    await locator.click();
  }

  expectAtMost(bound: number): void {
    this.annotate(bound);
    expect(this.count, `clicks to ${this.task}`).toBeLessThanOrEqual(bound);
  }

  /** For a number that the product states. */
  expectExactly(clicks: number): void {
    this.annotate(clicks);
    expect(this.count, `clicks to ${this.task}`).toBe(clicks);
  }

  private annotate(bound: number): void {
    const description = JSON.stringify({ task: this.task, clicks: this.count, bound });
    test.info().annotations.push({ type: "clicks", description });
  }
}
