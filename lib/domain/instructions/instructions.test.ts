import { describe, expect, test } from "vitest";
import { proposeSlip, type SlipFacts, type SlipRule } from "@/lib/domain/instructions/propose-slip";
import { INSTRUCTION_STATES, INSTRUCTION_STEPS, nextInstructionState } from "@/lib/domain/instructions/workflow";
import { nextRequestState, REQUEST_STATES, REQUEST_STEPS } from "@/lib/domain/requests/workflow";

const RULES: SlipRule[] = [
  { key: "late-1", condition: "report-late", afterDays: 1, colour: "blue" },
  { key: "late-10", condition: "report-late", afterDays: 10, colour: "yellow" },
  { key: "far-behind", condition: "far-behind", afterDays: 0, colour: "yellow" },
  { key: "missed", condition: "missed", afterDays: 0, colour: "red" },
];
const facts = (change: Partial<SlipFacts>): SlipFacts => ({
  light: "on-track",
  freshness: "current",
  daysLate: 0,
  ...change,
});

describe("proposeSlip", () => {
  test.each([
    [facts({}), null],
    [facts({ freshness: "due", daysLate: -2 }), null],
    [facts({ freshness: "late", daysLate: 1 }), "late-1"],
    [facts({ freshness: "never", daysLate: 9 }), "late-1"],
    [facts({ freshness: "late", daysLate: 10 }), "late-10"],
    [facts({ light: "far-behind" }), "far-behind"],
    [facts({ light: "far-behind", freshness: "late", daysLate: 1 }), "far-behind"],
    [facts({ light: "missed", freshness: "late", daysLate: 40 }), "missed"],
  ])("%j gives %s", (given, key) => {
    expect(proposeSlip(given, RULES)?.key ?? null).toBe(key);
  });

  test("is null without an enabled rule", () => {
    expect(proposeSlip(facts({ light: "missed" }), [])).toBeNull();
  });
});

test("the transition tables of instructions and requests", () => {
  const walk = <S extends string, T extends string>(
    states: readonly S[],
    steps: readonly T[],
    next: (s: S, t: T) => S | null,
  ) =>
    states.flatMap((state) =>
      steps.flatMap((step) => (next(state, step) === null ? [] : [`${state} ${step} ${next(state, step)}`])),
    );
  expect(walk(INSTRUCTION_STATES, INSTRUCTION_STEPS, nextInstructionState)).toEqual([
    "sent reply replied",
    "sent withdraw withdrawn",
    "replied accept accepted",
    "replied refuse sent",
    "replied withdraw withdrawn",
  ]);
  expect(walk(REQUEST_STATES, REQUEST_STEPS, nextRequestState)).toEqual([
    "pending approve approved",
    "pending refuse refused",
    "pending cancel cancelled",
  ]);
});
