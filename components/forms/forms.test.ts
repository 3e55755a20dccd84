import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** A form that sends uses the mechanism that stores its text; the others are GET forms or dialogs. */
const BARE = /<form\b(?![^>]*\bmethod="(?:get|dialog)")/;
const MECHANISM = /from "@\/components\/forms\/use-(?:request|submit-form|stored-text)"/;

const isBare = (code: string) => BARE.test(code) && !MECHANISM.test(code);

test("every form that sends stores its text when the action fails", () => {
  const files = ["app", "components"]
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)))
    .filter((file) => file.endsWith(".tsx"));
  const codes = files.map((file) => [file, readFileSync(file, "utf8")] as const);
  expect(codes.filter(([, code]) => isBare(code)).map(([file]) => file)).toEqual([]);
  expect(codes.filter(([, code]) => code.includes("useActionState(")).map(([file]) => file)).toEqual([]);
  expect(codes.filter(([, code]) => BARE.test(code)).length).toBeGreaterThan(4);
});

test.each([
  ["<form action={signIn}>", true],
  ["<form onSubmit={send}>", true],
  ['<form method="get" action="/targets">', false],
  ['import { useRequest } from "@/components/forms/use-request";\n<form action={post}>', false],
])("detects forms that bypass the mechanism: %s → %s", (code, found) => {
  expect(isBare(code)).toBe(found);
});
