// Every server action is called in one of the tests of this folder.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Without a user's permission to test: cookies of the own browser, the end of the own session, the table of visitors. */
const OPEN = [
  "changeLanguageAction",
  "changeThemeAction",
  "changeDensityAction",
  "changeShortcutsAction",
  "changeDayAction",
  "signOutAction",
  "readSandboxTableAction",
];

function read(folder: URL, names: RegExp): string[] {
  const files = readdirSync(folder).filter((file) => names.test(file));
  return files.map((file) => readFileSync(new URL(file, folder), "utf8"));
}

it("every server action is called in a test of this folder", () => {
  const actions = read(new URL("..", import.meta.url), /^[a-z-]+\.ts$/)
    .filter((text) => text.startsWith('"use server"'))
    .flatMap((text) => [...text.matchAll(/^export async function (\w+)/gm)].map(([, name = ""]) => name));
  const tests = read(new URL(".", import.meta.url), /\.integration\.test\.ts$/).join("\n");
  const called = new Set([...tests.matchAll(/\.(\w+Action)\b/g)].map(([, name = ""]) => name));
  expect(actions.length).toBeGreaterThan(70);
  expect(actions.toSorted()).toEqual([...called, ...OPEN].sort());
});
