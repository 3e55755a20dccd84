// @vitest-environment jsdom
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { CellField } from "@/components/forms/cell-field";
import { GrowingRows } from "@/components/forms/growing-rows";
import { SubmitContext } from "@/components/forms/submit-context";
import { useMovedErrors } from "@/components/forms/use-moved-errors";
import { type ActionState, invalid } from "@/lib/actions/action-state";

const WORDS = {
  lang: "en",
  working: "",
  invalid: "",
  gone: "",
  signedOut: "",
  conflicts: {},
  errors: { blank: "Enter a title" },
} as const;

function Steps({ answer }: { readonly answer: ActionState }) {
  const { errors, dropRow } = useMovedErrors(answer);
  const rows = [0, 1, 2, 3].map((row) => (
    <CellField key={row} name={`steps.${row}`} label={`Step ${row}`} value={`step ${row}`} row={row} column={0} />
  ));
  return (
    <SubmitContext value={{ formId: "f", answer: { ...answer, errors }, words: WORDS, isBusy: false, dropRow }}>
      <form method="get">
        <GrowingRows prefix="steps" rows={rows} shown={3} words={{ add: "Add", remove: "Remove" }} />
      </form>
    </SubmitContext>
  );
}

it("moves the error of a field with its row when an earlier row is removed", () => {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  const show = (answer: ActionState) => flushSync(() => root.render(createElement(Steps, { answer })));
  const shown = () =>
    [...container.querySelectorAll<HTMLInputElement>("input[aria-invalid=true]")].map(({ name, value }) => [
      name,
      value,
    ]);
  show(invalid({ "steps.2": "blank" }));
  expect(shown()).toEqual([["steps.2", "step 2"]]);
  const remove = (row: number) =>
    flushSync(() =>
      [...container.querySelectorAll("button")].find((one) => one.textContent === `Remove ${row}`)?.click(),
    );
  remove(1);
  expect(shown()).toEqual([["steps.1", "step 2"]]);
  remove(2);
  expect(shown()).toEqual([]);
  // The next answer is of the rows as they are now.
  show(invalid({ "steps.0": "blank" }));
  expect(shown()).toEqual([["steps.0", "step 1"]]);
  root.unmount();
});
