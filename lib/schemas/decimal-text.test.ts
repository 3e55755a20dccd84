import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDecimalText } from "@/lib/schemas/decimal-text";

test.each([
  ["402", "402"],
  [" 1,234.5 ", "1234.5"],
  ["\uff11\uff12\uff13\uff0e\uff15", "123.5"],
  ["-3.2", "-3.2"],
  ["999999999999999", "999999999999999"],
])("%s is a number", (typed, value) => {
  const parsed = parseDecimalText(typed);
  expect(parsed.ok && parsed.value?.toFixed()).toBe(value);
});

test.each([
  ["1e400", "not-a-number"],
  ["NaN", "not-a-number"],
  ["Infinity", "not-a-number"],
  ["0x10", "not-a-number"],
  ["1,2,3", "not-a-number"],
  ["三百", "not-a-number"],
  ["<b>1</b>", "not-a-number"],
  ["1000000000000000", "too-large"],
  ["9".repeat(40), "too-large"],
  ["0.1234567", "too-many-decimals"],
])("%s is refused as %s", (typed, fault) => {
  expect(parseDecimalText(typed)).toEqual({ ok: false, fault });
});

test("blank is no number, not zero", () => {
  expect(parseDecimalText(" ")).toEqual({ ok: true, value: null });
});

test("whatever is typed gives a finite number within bounds, or a fault", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.bigInt().map(String)), (typed) => {
      const parsed = parseDecimalText(typed);
      if (parsed.ok && parsed.value !== null) {
        expect(parsed.value.isFinite()).toBe(true);
        expect(parsed.value.abs().lessThan("1e15")).toBe(true);
        expect(parsed.value.decimalPlaces()).toBeLessThanOrEqual(6);
      }
    }),
  );
});
