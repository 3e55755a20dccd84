import { expect, it, vi } from "vitest";
import { createReadCache } from "./read-cache";

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("serves several hundred concurrent reads of different keys with a small limit", async () => {
  const cached = createReadCache<string>({ max: 8 });
  const keys = Array.from({ length: 400 }, (_, index) => `key ${index}`);
  const answers = await Promise.all(
    keys.map((key) =>
      cached(key, async () => {
        await turn();
        return `read of ${key}`;
      }),
    ),
  );
  expect(answers).toEqual(keys.map((key) => `read of ${key}`));
});

it("shares concurrent reads of one key, even above the limit", async () => {
  const cached = createReadCache<string>({ max: 1 });
  const counts = new Map<string, number>();
  const read = (key: string) => async () => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    await turn();
    return key;
  };
  const keys = ["a", "b", "c", "a", "b", "c", "a"];
  expect(await Promise.all(keys.map((key) => cached(key, read(key))))).toEqual(keys);
  expect([...counts.values()]).toEqual([1, 1, 1]);
});

it("does not cache a failed read, and fails only the request that read it", async () => {
  const cached = createReadCache<string>({ max: 8 });
  const failing = cached("one", async () => {
    await turn();
    throw new Error("no connection");
  });
  const waiting = cached("one", async () => "read for himself");
  await expect(failing).rejects.toThrow("no connection");
  expect(await waiting).toBe("read for himself");
  expect(await cached("one", async () => "read again")).toBe("read again");
  expect(await cached("one", () => Promise.reject(new Error("not asked")))).toBe("read again");
});

it("does not cache null", async () => {
  const cached = createReadCache<string>({ max: 8 });
  expect(await cached("one", async () => null)).toBeNull();
  expect(await cached("one", async () => "there now")).toBe("there now");
});

it("returns a result that is too large to cache", async () => {
  const report = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const cached = createReadCache<string>({ maxSize: 10, sizeCalculation: (value) => value.length });
  expect(await cached("empty", async () => "")).toBe("");
  expect(report).toHaveBeenCalledOnce();
  expect(await cached("long", async () => "longer than ten")).toBe("longer than ten");
  report.mockRestore();
});
