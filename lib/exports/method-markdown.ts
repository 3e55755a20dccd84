// docs/METHOD.md and docs/METHOD.zh-CN.md: the page "How lights work" for readers of the repository.
import { lightShape } from "@/lib/charts/svg/light-shapes";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import {
  type MethodBlock,
  type MethodDocument,
  type MethodExampleText,
  type MethodSection,
  methodDocument,
} from "@/lib/wording/method-document";

export const METHOD_FILES: Readonly<Record<Language, string>> = {
  en: "docs/METHOD.md",
  "zh-CN": "docs/METHOD.zh-CN.md",
};

const OTHER_LANGUAGE: Readonly<Record<Language, string>> = {
  en: "[中文](METHOD.zh-CN.md)",
  "zh-CN": "[English](METHOD.md)",
};

const SOURCES = "messages/*.json and lib/domain/method";

function blockLines(block: MethodBlock): string {
  return block.type === "text" ? block.text : block.items.map((item) => `- ${item}`).join("\n");
}

function lightsTable({ lights }: MethodDocument, lang: Language): string {
  const t = getTranslator(lang);
  const rows = lights.map(
    ({ light, meaning }) => `| ${lightShape(light, "current")} ${t(`lights.${light}`)} | ${meaning} |`,
  );
  return [`| ${t("method.labels.light")} | ${t("method.labels.meaning")} |`, "|---|---|", ...rows].join("\n");
}

/** A row of the table of examples; the facts of its promise are one cell, as are those of its light. */
export function exampleRow({ title, light, freshness, facts }: MethodExampleText, lang: Language): string {
  const t = getTranslator(lang);
  const text = (key: string) => facts.find((fact) => fact.key === key)?.text ?? null;
  const labelled = (key: string) =>
    facts.filter((fact) => fact.key === key).map((fact) => `${fact.label}${t("punctuation.colon")}${fact.text}`);
  const cells = [
    title,
    [text("promise"), ...labelled("judging")].join("<br>"),
    [text("reports"), ...labelled("on")].join("<br>"),
    `${lightShape(light, freshness)} ${text("light")}`,
    text("gap") ?? "—",
    text("why"),
  ];
  return `| ${cells.join(" | ")} |`;
}

function examplesTable({ examples }: MethodSection, lang: Language): string {
  const t = getTranslator(lang);
  const heads = ["promise", "reports", "light", "gap", "why"] as const;
  return [
    `| | ${heads.map((head) => t(`method.labels.${head}`)).join(" | ")} |`,
    "|---|---|---|---|---|---|",
    ...examples.map((example) => exampleRow(example, lang)),
  ].join("\n");
}

/** The whole file. Its test compares it with the stored one; `npm run docs:method` writes it. */
export function methodMarkdown(lang: Language): string {
  const document = methodDocument(lang);
  const sections = document.sections.flatMap((section) => [
    `## ${section.title}`,
    ...section.blocks.map(blockLines),
    ...(section.key === "lights" ? [lightsTable(document, lang)] : []),
    ...(section.examples.length > 0 ? [examplesTable(section, lang)] : []),
  ]);
  return `${[
    `<!-- Written by npm run docs:method from ${SOURCES}. Change those, not this file. -->`,
    `# ${document.title}`,
    OTHER_LANGUAGE[lang],
    document.lead,
    ...sections,
  ].join("\n\n")}\n`;
}
