import { describe, expect, it } from "vitest";
import { readSteps } from "@/lib/schemas/new-steps";
import { weightsIn } from "@/lib/schemas/step-weight";

describe("the weights of the steps in a form", () => {
  it("are those of steps that are not removed and of rows with a date or title", () => {
    const form = {
      "weight:contract": "27",
      "weight:permits": "3",
      "remove:permits": "yes",
      "steps.0.plannedOn": "2023-11-30",
      "steps.0.title": "",
      "steps.0.weight": "70",
      "steps.1.plannedOn": "",
      "steps.1.title": "",
      "steps.1.weight": "",
    };
    expect(weightsIn(form)).toEqual([27, 70]);
  });

  it("is 1 where a row leaves it blank, as when it is saved", () => {
    const form = { "steps.0.plannedOn": "2023-11-30", "steps.0.title": "Building", "steps.0.weight": "" };
    expect(weightsIn(form)).toEqual([1]);
    expect(readSteps(form).steps.map(({ weight }) => weight)).toEqual(["1"]);
  });
});

it.each(["0", "0.00001", "10000", "x"])("a new step has the same bounds as one that is revised: %s", (weight) => {
  const form = { "steps.0.plannedOn": "2023-11-30", "steps.0.title": "Building", "steps.0.weight": weight };
  expect(readSteps(form).errors).toEqual({ "steps.0.weight": "not-a-weight" });
});
