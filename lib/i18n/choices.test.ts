import { describe, expect, it } from "vitest";
import { isTheme, languageOf } from "./choices";

describe("languageOf", () => {
  it("takes the reader's choice before the browser's wish", () => {
    expect(languageOf("en", "zh-CN,zh;q=0.9")).toBe("en");
  });

  it("takes the heaviest wish there is a language for", () => {
    expect(languageOf(undefined, "fr;q=1, en-GB;q=0.4, zh-TW;q=0.7")).toBe("zh-CN");
    expect(languageOf(undefined, "en-US,en;q=0.9,zh;q=0.8")).toBe("en");
  });

  it("leaves out what the browser refuses and falls back to Chinese", () => {
    expect(languageOf(undefined, "en;q=0")).toBe("zh-CN");
    expect(languageOf(undefined, null)).toBe("zh-CN");
    expect(languageOf("de", "*")).toBe("zh-CN");
    expect(languageOf(undefined, ";;q=,,en;q=x")).toBe("zh-CN");
  });
});

describe("isTheme", () => {
  it("knows the three themes only", () => {
    expect(["system", "light", "dark", "", "Dark", undefined].map(isTheme)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
