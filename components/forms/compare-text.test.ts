import fc from "fast-check";
import { expect, test } from "vitest";
import { chosenFields, compareText } from "@/components/forms/compare-text";

const on = (value: string, note: string) => ({ value: [value], note: [note] });

test("text typed on the version the server still holds is restored without a question", () => {
  const kept = { version: "1", start: on("5", ""), typed: on("8", "") };
  expect(compareText(kept, { version: "1", start: on("5", "") })).toEqual({ kind: "restore" });
});

test("text that a newer draft contradicts is a question for each field that differs", () => {
  const kept = { version: "1", start: on("5", ""), typed: on("8", "") };
  expect(compareText(kept, { version: "2", start: on("9", "checked on site") })).toEqual({
    kind: "choose",
    differences: [
      { name: "value", mine: ["8"], theirs: ["9"], changed: null },
      { name: "note", mine: [""], theirs: ["checked on site"], changed: "theirs" },
    ],
  });
});

test("without a version the values themselves tell that the server's have changed", () => {
  const kept = { version: null, start: on("5", ""), typed: on("8", "") };
  expect(compareText(kept, { version: null, start: on("5", "") })).toEqual({ kind: "restore" });
  expect(compareText(kept, { version: null, start: on("9", "") })).toMatchObject({ kind: "choose" });
});

test("text that nobody changed gives way to the newer draft, and fields that are gone are passed over", () => {
  const kept = { version: "1", start: on("5", ""), typed: { ...on("5", ""), gone: ["x"] } };
  expect(compareText(kept, { version: "2", start: on("9", "") })).toEqual({ kind: "same" });
});

test("nothing is taken over while a difference has no chosen side", () => {
  const differences = [
    { name: "value", mine: ["8"], theirs: ["9"], changed: null },
    { name: "note", mine: [""], theirs: ["x"], changed: null },
  ];
  expect(chosenFields(differences, { value: "mine" })).toBeNull();
  expect(chosenFields(differences, { value: "mine", note: "theirs" })).toEqual({ value: ["8"], note: ["x"] });
});

const fields = fc.record({
  value: fc.array(fc.string(), { maxLength: 2 }),
  note: fc.array(fc.string(), { maxLength: 1 }),
});

test("never overwrites a changed field of the server without asking", () => {
  fc.assert(
    fc.property(fields, fields, fields, (start, typed, now) => {
      const compared = compareText({ version: "1", start, typed }, { version: "2", start: now });
      if (compared.kind !== "restore") return;
      for (const name of ["value", "note"] as const) {
        const isOverwritten = JSON.stringify(typed[name]) !== JSON.stringify(now[name]);
        if (isOverwritten) expect(now[name]).toEqual(start[name]);
      }
    }),
  );
});
