import { randomBytes } from "node:crypto";
import { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import type { ListColumn } from "@/lib/exports/list-rows";
import { writeRowsXlsx } from "@/lib/exports/xlsx";

const COLUMNS: readonly ListColumn[] = [{ key: "code", label: "编号", type: "text", unit: null }];
const ROWS = 20_000;
const OPTIONS = { name: "目标", heading: [] };

/** Rows of a kilobyte that compression makes little smaller, and how many of them were taken. */
function manyRows() {
  const taken = { count: 0 };
  function* rows() {
    for (; taken.count < ROWS; taken.count += 1) yield [randomBytes(700).toString("base64")];
  }
  return { rows: rows(), taken };
}

/** A reader that takes the first chunk and no more. */
const slowReader = () => new Writable({ write: () => undefined, highWaterMark: 1 });

/** Until no more rows are taken. */
async function untilStill(taken: { readonly count: number }): Promise<void> {
  for (let before = -1; before !== taken.count; await wait(200)) before = taken.count;
}

it("takes no more rows than a slow reader needs", async () => {
  const { rows, taken } = manyRows();
  const target = slowReader();
  const written = writeRowsXlsx(target, COLUMNS, rows, OPTIONS);
  await untilStill(taken);
  expect(taken.count).toBeGreaterThan(0);
  expect(taken.count).toBeLessThan(ROWS / 2);
  target.destroy();
  await expect(written).rejects.toThrow("is not read any more");
  expect(taken.count).toBeLessThan(ROWS / 2);
});
