import fc from "fast-check";
import { expect, test } from "vitest";
import { chosenFields, compareText } from "@/components/forms/compare-text";

const on = (value: string, note: string) => ({ value: [value], note: [note] });

test("restores text without a conflict when the server version is unchanged", () => {
  const stored = { version: "1", start: on("5", ""), typed: on("8", "") };
  expect(compareText(stored, { version: "1", start: on("5", "") })).toEqual({ kind: "restore" });
});

test("reports a conflict for each field that differs from a newer version", () => {
  const stored = { version: "1", start: on("5", ""), typed: on("8", "") };
  expect(compareText(stored, { version: "2", start: on("9", "checked on site") })).toEqual({
    kind: "conflict",
    differences: [
      { name: "value", mine: ["8"], theirs: ["9"], changed: null },
      { name: "note", mine: [""], theirs: ["checked on site"], changed: "theirs" },
    ],
  });
});

test("detects newer server values without a version number", () => {
  const stored = { version: null, start: on("5", ""), typed: on("8", "") };
  expect(compareText(stored, { version: null, start: on("5", "") })).toEqual({ kind: "restore" });
  expect(compareText(stored, { version: null, start: on("9", "") })).toMatchObject({ kind: "conflict" });
});

test("takes the newer version when the text is unchanged, and ignores fields that no longer exist", () => {
  const stored = { version: "1", start: on("5", ""), typed: { ...on("5", ""), gone: ["x"] } };
  expect(compareText(stored, { version: "2", start: on("9", "") })).toEqual({ kind: "same" });
});

test("keeps the text of a row that was added after the page was loaded", () => {
  const stored = { version: null, start: { "parts.0": [""] }, typed: { "parts.0": ["5"], "parts.1": ["8"] } };
  expect(compareText(stored, { version: null, start: { "parts.0": [""], "parts.1": [""] } })).toEqual({
    kind: "restore",
  });
});

test("resolves to null while a difference has no chosen side", () => {
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

test("never overwrites a changed server field without a conflict", () => {
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
