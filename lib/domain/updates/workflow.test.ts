import { expect, test } from "vitest";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { nextUpdateState, UPDATE_STEPS } from "@/lib/domain/updates/workflow";

test("every state allows exactly the steps of the table", () => {
  const open = UPDATE_STATES.flatMap((state) =>
    UPDATE_STEPS.map((step) => [state, step, nextUpdateState(state, step)] as const).filter(([, , next]) => next),
  );
  expect(open).toEqual([
    ["draft", "save", "draft"],
    ["draft", "submit", "submitted"],
    ["draft", "discard", "discarded"],
    ["submitted", "approve", "approved"],
    ["submitted", "return", "returned"],
    ["approved", "supersede", "superseded"],
  ]);
});
