import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBrowser, systemBrowser } from "./browser.mjs";

test("a system browser is found on the PATH: the headless shell before Chrome, Chrome before Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "guatu-browser-"));
  expect(systemBrowser({ path: folder, platform: "linux" })).toBeUndefined();
  for (const name of ["chromium", "google-chrome", "chromium-headless-shell"]) {
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), 0o755);
    expect(systemBrowser({ path: `/nowhere:${folder}`, platform: "linux" })).toBe(join(folder, name));
  }
});

test("methods are tried in order until one succeeds", async () => {
  const tried: string[] = [];
  const way = (name: string, result: () => string | undefined) =>
    [
      name,
      async () => {
        tried.push(name);
        return result();
      },
    ] as [string, () => Promise<string | undefined>];
  const fails = () => {
    throw new Error("no network");
  };
  const found = await findBrowser([
    way("a", () => undefined),
    way("b", fails),
    way("c", () => "/c"),
    way("d", () => "/d"),
  ]);
  expect([found, tried]).toEqual(["/c", ["a", "b", "c"]]);
  await expect(findBrowser([way("b", fails)])).rejects.toThrow("no browser for the browser tests");
});
