import { describe, expect, it } from "vitest";
import { fieldNames, isBlank, toInput, valuesOf } from "./row-input";

const row = {
  steps: [
    { key: "draft", title: "起草" },
    { key: "issue", title: "印发" },
    { key: "review", title: "评估" },
  ],
};
const stored = {
  requestKey: "12345678",
  asOf: "2023-09-30",
  problems: "用地未批",
  steps: [{ key: "draft", doneOn: "2023-05-04" }],
};

describe("the fields of a row", () => {
  it("hold the texts and the day of each step, and send the completed ones", () => {
    const values = valuesOf(stored, fieldNames(row));
    expect(values).toMatchObject({
      asOf: "2023-09-30",
      note: "",
      problems: "用地未批",
      "step:draft": "2023-05-04",
      "step:issue": "",
    });
    const sent = toInput({ ...values, "step:issue": "2023-09-20", nextStep: "督促审批" });
    expect(sent).toMatchObject({ problems: "用地未批", nextStep: "督促审批", value: "" });
    expect(sent.steps).toEqual([
      { key: "draft", doneOn: "2023-05-04" },
      { key: "issue", doneOn: "2023-09-20" },
    ]);
  });

  it("are blank with nothing but a date", () => {
    const blank = valuesOf({ requestKey: "12345678", asOf: "2023-09-30" }, fieldNames(row));
    expect(isBlank(blank)).toBe(true);
    expect(isBlank({ ...blank, problems: "x" })).toBe(false);
    expect(isBlank({ ...blank, "step:issue": "2023-09-20" })).toBe(false);
  });
});
