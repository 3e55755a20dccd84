import { describe, expect, it } from "vitest";
import { departmentRenameSchema, invitationSchema } from "@/lib/schemas/admin";
import { bulletinTextSchema } from "@/lib/schemas/bulletin";
import { chartQuerySchema } from "@/lib/schemas/chart-query";
import { commentSchema } from "@/lib/schemas/comment";

const SOURCES = import.meta.glob<string>(["./*.ts", "!./*.test.ts", "!./text.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
/** Describes API output; API input is parsed again by the schemas of the forms. */
const OUTPUT: ReadonlySet<string> = new Set(["./api.ts", "./api-labels.ts", "./api-reports.ts"]);

describe("text in schemas", () => {
  it("declares every field as single-line, multi-line or exact", () => {
    const bare = Object.entries(SOURCES).filter(([file, text]) => !OUTPUT.has(file) && /z\s*\.string\(/.test(text));
    expect(Object.keys(SOURCES).length).toBeGreaterThan(20);
    expect(bare.map(([file]) => file)).toEqual([]);
  });

  it("cleans a name pasted from Word and preserves rare characters and emoji", () => {
    const typed = { slug: "x", name: "\u202e海门区\u000b人民政府\u200b ", nameEn: "𠮷\u{e0100} 👩‍💻\ufffe" };
    expect(departmentRenameSchema.parse(typed)).toEqual({
      slug: "x",
      name: "海门区 人民政府",
      nameEn: "𠮷\u{e0100} 👩‍💻",
    });
  });

  it("rejects a name of invisible characters only, with an error for its field", () => {
    const invitation = {
      name: "\u200b\u2060\ufeff",
      email: "a@b.cn",
      officeRole: "",
      department: "",
      role: "reporter",
    };
    expect(invitationSchema.safeParse(invitation).error?.issues).toMatchObject([
      { path: ["name"], message: "required" },
    ]);
  });

  it("normalizes line ends before it checks the length limit", () => {
    const about = { id: "0190a6b8-7c1e-7000-8000-000000000000", version: 1, lang: "en", key: "summary" };
    expect(bulletinTextSchema.parse({ ...about, text: "a\r\n\r\nb\u000bc\u2028d" }).text).toBe("a\n\nb\nc\nd");
    expect(commentSchema.safeParse({ code: "A", body: "\r\nx".repeat(1000) }).data?.body).toHaveLength(1999);
  });

  it("cleans the title and notes in a chart's URL", () => {
    const query = { title: "工业\u202e投资\n2023", on1: "2023-06-30", note1: "a\u0007b" };
    expect(chartQuerySchema.parse(query)).toMatchObject({ title: "工业投资 2023", note1: "ab" });
  });
});
