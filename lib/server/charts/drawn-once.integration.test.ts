import { expect, test } from "vitest";
import { drawnOnce } from "./drawn-once";

test("two who ask at once get one drawing, and so does who asks later", async () => {
  let drawings = 0;
  const draw = async () => {
    drawings += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return `drawing ${drawings}`;
  };
  const both = await Promise.all([drawnOnce("one", draw), drawnOnce("one", draw)]);
  expect([...both, await drawnOnce("one", draw)]).toEqual(["drawing 1", "drawing 1", "drawing 1"]);
  expect(await drawnOnce("other", draw)).toBe("drawing 2");
});

test("a drawing that failed is tried again", async () => {
  await expect(drawnOnce("broken", () => Promise.reject(new Error("no ink")))).rejects.toThrow("no ink");
  expect(await drawnOnce("broken", async () => "drawn")).toBe("drawn");
});
