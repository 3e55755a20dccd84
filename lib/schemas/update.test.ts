import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { ReportFacts } from "@/lib/domain/updates/report-rules";
import { checkUpdate, type FieldErrors, type UpdateInput } from "@/lib/schemas/update";

function someFacts(change: Partial<ReportFacts> = {}): ReportFacts {
  return {
    kind: "cumulative",
    startOn: isoDate("2023-01-01"),
    dueOn: isoDate("2023-12-31"),
    stepKeys: ["one", "two"],
    today: isoDate("2023-09-30"),
    previousValue: () => new Decimal(20),
    ...change,
  };
}

function anInput(change: Partial<UpdateInput> = {}): UpdateInput {
  return { requestKey: "request-1", asOf: "2023-09-30", value: "25", ...change };
}

function errorsOf(input: unknown, facts: ReportFacts, complete = true): FieldErrors {
  const result = checkUpdate(input, facts, complete);
  return result.ok ? {} : result.errors;
}

const cases: [string, Partial<UpdateInput>, Partial<ReportFacts>, FieldErrors][] = [
  ["a plain report", {}, {}, {}],
  ["no value", { value: " " }, {}, { value: "required" }],
  ["text for a number", { value: "many" }, {}, { value: "not-a-number" }],
  ["1e400", { value: "1e400" }, {}, { value: "not-a-number" }],
  ["a negative total", { value: "-1" }, { previousValue: () => null }, {}],
  ["a negative balance", { value: "-1" }, { kind: "level" }, {}],
  ["a published percentage", { value: "27.3" }, { kind: "ratio" }, {}],
  ["a share below zero", { value: "", numerator: "-3", denominator: "10" }, { kind: "ratio" }, {}],
  ["a ratio without any number", { value: "" }, { kind: "ratio" }, { numerator: "share-required" }],
  ["half a ratio", { value: "", numerator: "3" }, { kind: "ratio" }, { denominator: "required" }],
  [
    "a ratio by its parts and by its percentage",
    { value: "30", numerator: "3", denominator: "10" },
    { kind: "ratio" },
    { value: "parts-or-percentage" },
  ],
  ["a place among its peers", { value: "3", peers: "13" }, { kind: "rank" }, {}],
  ["the last place", { value: "13", peers: "13" }, { kind: "rank" }, {}],
  ["fewer peers than the place", { value: "3", peers: "2" }, { kind: "rank" }, { peers: "not-peers" }],
  ["peers that are not a count", { value: "3", peers: "13.5" }, { kind: "rank" }, { peers: "not-peers" }],
  ["text for peers", { value: "3", peers: "cities" }, { kind: "rank" }, { peers: "not-a-number" }],
  ["negative growth", { value: "-1" }, { kind: "growth" }, {}],
  ["a future day", { asOf: "2023-10-01" }, {}, { asOf: "in-the-future" }],
  ["a day before the start", { asOf: "2022-12-31" }, {}, { asOf: "before-start" }],
  ["a day after the due day", { asOf: "2024-01-01" }, { today: isoDate("2024-02-01") }, { asOf: "after-due" }],
  ["no such day", { asOf: "2023-02-30" }, {}, { asOf: "not-a-date" }],
  ["place zero", { value: "0" }, { kind: "rank" }, { value: "not-a-place" }],
  ["place one and a half", { value: "1.5" }, { kind: "rank" }, { value: "not-a-place" }],
  ["neither yes nor no", { value: "2" }, { kind: "yes-no" }, { value: "not-yes-or-no" }],
  [
    "nothing divided by",
    { value: "", numerator: "1", denominator: "0" },
    { kind: "ratio" },
    { denominator: "not-above-zero" },
  ],
  [
    "an unknown step",
    { value: "", steps: [{ key: "x", doneOn: "2023-01-05" }] },
    { kind: "milestone" },
    { steps: "unknown-step" },
  ],
  [
    "a later step",
    { value: "", asOf: "2023-08-31", steps: [{ key: "one", doneOn: "2023-09-01" }] },
    { kind: "milestone" },
    { steps: "step-after-as-of" },
  ],
  ["places of a total", { peers: "13" }, {}, { peers: "of-other-kind" }],
  [
    "parts of a total",
    { numerator: "3", denominator: "0" },
    {},
    { numerator: "of-other-kind", denominator: "of-other-kind" },
  ],
  ["steps of a total", { steps: [{ key: "one", doneOn: "2023-01-05" }] }, {}, { steps: "of-other-kind" }],
  ["a value of steps", {}, { kind: "milestone" }, { value: "of-other-kind" }],
  ["less than before, unexplained", { value: "19" }, {}, { note: "decrease-needs-reason" }],
  ["less than before, explained", { value: "19", note: "recount" }, {}, {}],
  [
    "a correction without a reason",
    { supersedesId: "01890000-0000-7000-8000-000000000000" },
    {},
    { note: "correction-needs-reason" },
  ],
  ["a note too long", { note: "x".repeat(2001) }, {}, { note: "too-long" }],
];

test.each(cases)("%s", (_name, input, facts, errors) => {
  expect(errorsOf(anInput(input), someFacts(facts))).toEqual(errors);
});

test("accepts an incomplete draft, but no value that cannot be parsed", () => {
  expect(errorsOf(anInput({ value: "" }), someFacts(), false)).toEqual({});
  expect(errorsOf(anInput({ value: "abc" }), someFacts(), false)).toEqual({ value: "not-a-number" });
});

test("preserves HTML in a note as plain text", () => {
  const result = checkUpdate(anInput({ note: "<script>1</script>" }), someFacts(), true);
  expect(result.ok && result.update.note).toBe("<script>1</script>");
});

test("any input gives errors or a report within its period", () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), fc.string(), (anything, asOf, value) => {
      for (const input of [anything, anInput({ asOf, value })]) {
        const result = checkUpdate(input, someFacts(), true);
        if (result.ok) expect(result.update.reading.asOf <= "2023-09-30").toBe(true);
        else expect(Object.keys(result.errors).length).toBeGreaterThan(0);
      }
    }),
  );
});
