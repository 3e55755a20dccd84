import { expect, test } from "vitest";
import { cacheDrawing } from "./drawing-cache";

test("concurrent and later requests share one drawing", async () => {
  let drawings = 0;
  const draw = async () => {
    drawings += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return `drawing ${drawings}`;
  };
  const both = await Promise.all([cacheDrawing("one", draw), cacheDrawing("one", draw)]);
  expect([...both, await cacheDrawing("one", draw)]).toEqual(["drawing 1", "drawing 1", "drawing 1"]);
  expect(await cacheDrawing("other", draw)).toBe("drawing 2");
});

test("retries a drawing that failed", async () => {
  await expect(cacheDrawing("broken", () => Promise.reject(new Error("no ink")))).rejects.toThrow("no ink");
  expect(await cacheDrawing("broken", async () => "drawn")).toBe("drawn");
});
