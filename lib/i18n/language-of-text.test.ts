import { expect, it } from "vitest";
import { languageOfText } from "./language-of-text";

it.each([
  ["本月完成12公里。", "zh-CN"],
  ["PM2.5平均浓度", "zh-CN"],
  ["Delayed by rain", "en"],
  ["12.5%", undefined],
  ["", undefined],
])("reads the language of %j", (text, language) => {
  expect(languageOfText(text)).toBe(language);
});
