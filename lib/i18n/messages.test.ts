import { describe, expect, it } from "vitest";
import { PRESET_RULES } from "@/lib/domain/targets/rule-sets";
import type { Language } from "./languages";
import { getTranslator } from "./translator";

describe("the name of a rule set", () => {
  const names = (lang: Language) =>
    [...PRESET_RULES.map(({ key }) => key), "custom"].map((key) => getTranslator(lang)("target.ruleSetName", { key }));

  it("is translated for presets and custom bounds", () => {
    expect(names("zh-CN")).toEqual(["默认", "序时进度（严格）", "自定义"]);
    expect(names("en")).toEqual(["default", "strict", "custom"]);
  });
});
