import { expect, test } from "vitest";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { isUndoable, nextUpdateState, UPDATE_STEPS } from "@/lib/domain/updates/workflow";

test("every state allows exactly the steps of the table", () => {
  const open = UPDATE_STATES.flatMap((state) =>
    UPDATE_STEPS.map((step) => [state, step, nextUpdateState(state, step)] as const).filter(([, , next]) => next),
  );
  expect(open).toEqual([
    ["draft", "save", "draft"],
    ["draft", "submit", "submitted"],
    ["draft", "discard", "discarded"],
    ["submitted", "withdraw", "withdrawn"],
    ["submitted", "approve", "approved"],
    ["submitted", "return", "returned"],
    ["approved", "supersede", "superseded"],
    ["approved", "undo", "submitted"],
    ["returned", "undo", "submitted"],
    ["superseded", "restore", "approved"],
  ]);
});

test("a decision can be undone for ten seconds and the time a click takes, not later", () => {
  const decidedAt = new Date("2023-09-30T02:00:00.000Z");
  const after = (seconds: number) => isUndoable(decidedAt, new Date(decidedAt.getTime() + seconds * 1000));
  expect([after(0), after(10), after(15), after(15.001), after(86_400)]).toEqual([true, true, true, false, false]);
});
