// The style guide is complete: it shows every component of the UI kit.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx"))
    .map((file) => readFileSync(new URL(`${folder}${file}`, import.meta.url), "utf8"));

/** They have no look of their own. */
const INVISIBLE = ["StaticMarkup", "TypedText"];
/** Opened by a button of the style guide; the side panel of the page of users takes the focus when it appears. */
const INDIRECT = ["ConfirmDialog", "ToastProvider", "SidePanel", "WithPanel"];

it("shows every component of the UI kit", () => {
  const components = read("../ui/").flatMap((text) =>
    [...text.matchAll(/^export function ([A-Z]\w+)/gm)].map(([, name = ""]) => name),
  );
  expect(components.length).toBeGreaterThan(20);
  const shown = new Set(read("./").flatMap((text) => [...text.matchAll(/<([A-Z]\w+)/g)].map(([, name = ""]) => name)));
  expect(components.filter((name) => !shown.has(name) && ![...INVISIBLE, ...INDIRECT].includes(name))).toEqual([]);
});
