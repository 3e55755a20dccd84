import { describe, expect, it } from "vitest";
import english from "@/messages/en.json";
import chinese from "@/messages/zh-CN.json";
import { compileMessage, compileMessages } from "./compile-message";
import { formatMessage } from "./format-message";

describe("formatMessage", () => {
  const rows = (lang: "en" | "zh-CN", count: number) =>
    formatMessage(compileMessage(lang, (lang === "en" ? english : chinese).entry.pastedRows), { count });

  it("selects the plural of the language", () => {
    expect(rows("en", 1)).toBe("The pasted cells fill 1 row. Check them, then save.");
    expect(rows("en", 1200)).toBe("The pasted cells fill 1,200 rows. Check them, then save.");
    expect(rows("zh-CN", 1)).toBe("已将粘贴的内容填入 1 行，请核对后保存。");
  });

  it("fills every placeholder, and inserts text with replacement patterns or placeholders literally", () => {
    const message = compileMessage("en", "Remove {name} from {place}, not {name}");
    expect(formatMessage(message, { name: "$& {place}", place: "the list" })).toBe(
      "Remove $& {place} from the list, not $& {place}",
    );
  });

  it("selects a variant and unescapes quotes as on the server", () => {
    const message = compileMessage("en", "It''s {kind, select, holiday {a holiday} other {a day}}");
    expect(formatMessage(message, { kind: "holiday" })).toBe("It's a holiday");
    expect(formatMessage(message, { kind: "make-up" })).toBe("It's a day");
  });
});

describe("compileMessage", () => {
  it("returns plain objects, which React passes to client components", () => {
    const message = compileMessage("en", "{count, plural, one {# file} other {# files}}");
    expect(message).toStrictEqual(JSON.parse(JSON.stringify(message)));
  });
});

describe("compileMessages", () => {
  it("compiles the chosen messages and returns the others unchanged", () => {
    const words = compileMessages("en", { title: "Files", remove: "Remove {name}" }, "remove");
    expect(words.title).toBe("Files");
    expect(formatMessage(words.remove, { name: "a.pdf" })).toBe("Remove a.pdf");
  });
});
