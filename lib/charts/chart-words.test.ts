import { describe, expect, it } from "vitest";
import { chartWords } from "@/lib/charts/chart-words";
import english from "@/messages/en.json";
import chinese from "@/messages/zh-CN.json";

describe("a chart's words", () => {
  it("call every light as the pages do", () => {
    expect(chartWords("zh-CN").lights).toEqual(chinese.lights);
    expect(chartWords("en").lights).toEqual(english.lights);
  });
});
