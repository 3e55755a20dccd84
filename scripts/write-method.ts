// Writes docs/METHOD.md and docs/METHOD.zh-CN.md from the texts and examples of the page "How lights work".
import { writeFileSync } from "node:fs";
import { METHOD_FILES, methodMarkdown } from "@/lib/exports/method-markdown";
import { LANGUAGES } from "@/lib/i18n/languages";

for (const lang of LANGUAGES) {
  writeFileSync(METHOD_FILES[lang], methodMarkdown(lang));
  console.log(`guatu: wrote ${METHOD_FILES[lang]}`);
}
