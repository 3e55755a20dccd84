import fc from "fast-check";
import { expect, test } from "vitest";
import { splitParagraphs } from "@/lib/imports/documents/segments";
import { markRuns, quoteSpan } from "./mark-runs";

test("cuts a paragraph at its marks, and names every mark over a run", () => {
  const body = "投资402亿元、增长27%。";
  const marks = [
    { id: "a", startsAt: 0, endsAt: 12 },
    { id: "b", startsAt: 8, endsAt: 13 },
  ];
  expect(markRuns(body, { at: 0, end: body.length }, marks).map(({ text, marks: over }) => [text, over])).toEqual([
    ["投资402亿元、", ["a"]],
    ["增长27", ["b", "a"]],
    ["%", ["b"]],
    ["。", []],
  ]);
});

test("runs always join to the paragraph", () => {
  const mark = fc.record({ id: fc.uuid(), startsAt: fc.nat(40), endsAt: fc.nat(40) });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.array(mark, { maxLength: 6 }), (body, marks) => {
      const runs = markRuns(body, { at: 0, end: body.length }, marks);
      expect(runs.map(({ text }) => text).join("")).toBe(body);
    }),
  );
});

test("a quote is the whole sentence of its mark", () => {
  const body = "前一句。今年新建20座；改造30座。后一句。";
  const [paragraph] = splitParagraphs(body);
  const at = body.indexOf("30座");
  const { at: from, end } = quoteSpan(paragraph?.sentences ?? [], { startsAt: at, endsAt: at + 3 });
  expect(body.slice(from, end)).toBe("今年新建20座；改造30座。");
});
