import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { methodDocument } from "@/lib/wording/method-document";
import { exampleRow, METHOD_FILES, methodMarkdown } from "./method-markdown";

describe.each(LANGUAGES)("the method document in %s", (lang) => {
  const stored = readFileSync(fileURLToPath(new URL(`../../${METHOD_FILES[lang]}`, import.meta.url)), "utf8");
  const examples = methodDocument(lang).sections.flatMap((section) => section.examples);

  it.each(examples.map((example) => [example.key, example] as const))("has the row of the example %s", (_key, one) => {
    expect(stored.split("\n")).toContain(exampleRow(one, lang));
  });

  it("is what npm run docs:method writes", () => {
    expect(stored).toBe(methodMarkdown(lang));
  });
});
