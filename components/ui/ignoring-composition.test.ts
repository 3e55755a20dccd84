import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { ignoringComposition } from "@/components/ui/ignoring-composition";

test.each([
  ["a key of the composition", { keyCode: 13, isComposing: true }, 0],
  ["React's event of such a key", { keyCode: 13, nativeEvent: { isComposing: true } }, 0],
  ["Safari's confirming Enter", { keyCode: 229, isComposing: false }, 0],
  ["an ordinary Enter", { keyCode: 13, isComposing: false }, 1],
  ["React's ordinary Enter", { keyCode: 13, nativeEvent: { isComposing: false } }, 1],
])("%s reaches the handler %#", (_name, event, calls) => {
  const handle = vi.fn();
  ignoringComposition(handle)(event);
  expect(handle).toHaveBeenCalledTimes(calls);
});

/** Handlers in JSX are wrapped; listeners elsewhere check for composition themselves. */
const BARE = /\bonKey(?:Down|Up|Press)(?:Capture)?=\{(?!ignoringComposition\()/;
const LISTENER = /addEventListener\(\s*["'`]key(?:down|up|press)["'`]/;
const ASKS = /\bisComposing\b|ignoringComposition\(/;

function actsDuringComposition(code: string): boolean {
  return BARE.test(code) || (LISTENER.test(code) && !ASKS.test(code));
}

test("every key handler ignores input-method composition", () => {
  const files = ["app", "components", "lib", "public"]
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)))
    .filter((file) => /\.(tsx?|js)$/.test(file) && !/generated|\.test\./.test(file));
  expect(files.filter((file) => actsDuringComposition(readFileSync(file, "utf8")))).toEqual([]);
  const handlers = files.filter((file) => /onKeyDown=|"keydown"/.test(readFileSync(file, "utf8")));
  expect(handlers.length).toBeGreaterThan(1);
});

test.each([
  ["<form onKeyDown={handle}>", true],
  ["<form onKeyDown={ignoringComposition(handle)}>", false],
  ['window.addEventListener("keydown", turn)', true],
  ['addEventListener("keydown", (event) => { if (event.isComposing) return; })', false],
])("detects unprotected key handlers: %s → %s", (code, found) => {
  expect(actsDuringComposition(code)).toBe(found);
});
