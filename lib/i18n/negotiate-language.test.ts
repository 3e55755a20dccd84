import { describe, expect, it } from "vitest";
import { negotiateLanguage } from "./negotiate-language";

describe("negotiateLanguage", () => {
  it("returns the chosen language whatever the browser accepts", () => {
    expect(negotiateLanguage("en", "zh-CN,zh;q=0.9")).toBe("en");
  });

  it.each([
    ["fr;q=1, en-GB;q=0.4, zh-TW;q=0.7", "zh-CN"],
    ["en-US,en;q=0.9,zh;q=0.8", "en"],
    ["EN-us", "en"],
    ["zh-Hans-CN;q=0.2, fr", "zh-CN"],
    ["zh;q=0, *", "en"],
    ["zh;q=0.1, en;q=0.5; level=1", "en"],
  ])("returns the accepted language with the highest quality value: %s", (header, language) => {
    expect(negotiateLanguage(undefined, header)).toBe(language);
  });

  it.each(["en;q=0", null, "*", "fr", "", ";;q=,,en;q=x"])("returns Chinese when nothing matches: %s", (header) => {
    expect(negotiateLanguage("de", header)).toBe("zh-CN");
  });
});
