// English texts have Latin punctuation: full-width marks and Chinese quotes look wrong in them, and curly quotes are as
// wide as a Chinese character in Chinese fonts.
import { expect, it } from "vitest";
import english from "@/messages/en.json";

/** Full-width forms, CJK punctuation and curly quotes. */
const CHINESE_MARKS = /[\u2018-\u201f\u3000-\u303f\uff00-\uffef]/u;
/** Chinese examples of what to type, such as the number of a document: 通政发〔2023〕1号. */
const CHINESE_EXAMPLE = /\p{Script=Han}[\p{Script=Han}〔〕\d]*/gu;

/** A title in the sentences of a bulletin: its own quotes become single ones inside. Documents have a Latin font. */
const IN_DOCUMENTS = ["bulletin.quoted"];

function textsOf(tree: object, path = ""): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : textsOf(value, `${path}${key}.`),
  );
}

it("English texts have no full-width punctuation and no curly or Chinese quotes", () => {
  const texts = textsOf(english).filter(([path]) => !IN_DOCUMENTS.includes(path));
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter(([, text]) => CHINESE_MARKS.test(text.replaceAll(CHINESE_EXAMPLE, "")))).toEqual([]);
});

it.each(["He said “yes”.", "departments’ office", "（none）", "a、b", "「light」"])("finds the mark in %s", (text) => {
  expect(CHINESE_MARKS.test(text)).toBe(true);
});
