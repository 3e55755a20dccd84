import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText, cleanTexts, isPlainText } from "@/lib/domain/text/clean-text";

describe("cleanText", () => {
  it.each([
    ["a line break pasted from Word", "海门区\u000b人民政府", "海门区\n人民政府"],
    ["CRLF, CR, form feed, NEL and the separators", "a\r\nb\rc\fd\u0085e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"],
    ["NUL and other controls", "a\u0000b\u0007c\u001bd\u007fe\u009ff", "abcdef"],
    ["non-characters", "a\ufffeb\uffffc\ufdd0d\u{1ffff}e", "abcde"],
    ["zero-width characters and soft hyphens", "\ufeffa\u200bb\u2060c\u00add", "abcd"],
    ["bidirectional controls", "\u202e报告\u202c\u2066fdp.exe\u2069\u200f", "报告fdp.exe"],
    ["half of a surrogate pair", "a\ud800b\udc00", "a\ufffdb\ufffd"],
    ["joiners between letters that do not join", "a\u200db\u200c中", "ab中"],
    ["tag characters outside of a flag", "ok\u{e0041}\u{e0042}", "ok"],
    ["a tab, which stays", "a\tb", "a\tb"],
  ])("removes or replaces %s", (_, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it.each([
    ["Han beyond the basic plane", "𠮷野家 𱍐 㐀"],
    ["compatibility and private use characters in names", "\uf9e1\ue863"],
    ["a variant of a character", "葛\u{e0100}城"],
    ["emoji of several characters", "👩‍💻 👨‍👩‍👧 🏳️‍🌈 👍🏽 ❤️‍🔥 1️⃣"],
    ["the flag of Scotland", "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0072}\u{e007f}"],
    ["Uyghur with a joiner", "نە\u200cتىجە"],
    ["no-break and full-width spaces", "第\u00a0一　项"],
  ])("leaves %s unchanged", (_, text) => {
    expect(cleanText(text)).toBe(text);
    expect(cleanLine(text)).toBe(text);
  });

  it("is idempotent and leaves only joiners that join", () => {
    const parts = fc.constantFrom("\r", "\n", "\u000b", "\u200d", "\u200b", "👩", "💻", "\u{e0067}", "\u{e007f}", "🏴");
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 12 }), (all) => {
        const clean = cleanText(all.join(""));
        expect(cleanText(clean)).toBe(clean);
        expect(isPlainText(clean.replace(/\u200c|\u200d|[\u{10000}-\u{10ffff}]/gu, ""))).toBe(true);
        expect(cleanLine(clean)).not.toMatch(/[\n\t]/);
      }),
    );
  });
});

describe("cleanLine", () => {
  it("replaces line breaks and tabs with one space", () => {
    expect(cleanLine("海门区 \u000b\t 人民政府\r\n办公室")).toBe("海门区 人民政府 办公室");
  });
});

describe("cleanTexts", () => {
  it("cleans every nested text and leaves other values unchanged", () => {
    const day = new Date(0);
    const dirty = { a: ["x\u0000", { b: "y\r\n" }], map: new Map([["k", "v\u202e"]]), day, none: null, n: 1 };
    expect(cleanTexts(dirty)).toEqual({ a: ["x", { b: "y\n" }], map: new Map([["k", "v"]]), day, none: null, n: 1 });
  });
});
