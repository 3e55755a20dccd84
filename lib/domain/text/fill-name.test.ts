import { expect, test } from "vitest";
import { fillName } from "@/lib/domain/text/fill-name";

test("fills in the name wherever it is asked for, and leaves other braces", () => {
  expect(fillName("{name}, good morning! {name} {day}", "$&")).toBe("$&, good morning! $& {day}");
});
