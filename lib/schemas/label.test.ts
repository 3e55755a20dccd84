import { describe, expect, it } from "vitest";
import { labelFields, labelMergeSchema, readLabels } from "./label";

describe("readLabels", () => {
  it("reads the filled rows back as labelFields writes them", () => {
    const labels = [
      { kind: "topic", name: "交通: 公路", number: "" },
      { kind: "plan", name: "政府工作报告", number: "3.2" },
    ] as const;
    expect(readLabels(labelFields(labels))).toEqual({ labels, errors: {} });
  });

  it("keeps a number only in a plan, and a label once", () => {
    const form = {
      "labels.0.label": "topic:交通",
      "labels.0.number": "7",
      "labels.1.label": "plan:政府工作报告",
      "labels.2.label": "plan:政府工作报告",
      "labels.2.number": "12",
    };
    expect(readLabels(form).labels).toEqual([
      { kind: "topic", name: "交通", number: "" },
      { kind: "plan", name: "政府工作报告", number: "12" },
    ]);
  });

  it("names the field of a number without a label, of an unknown kind and of a long number", () => {
    const form = {
      "labels.0.number": "3",
      "labels.1.label": "colour:red",
      "labels.2.label": "plan:x",
      "labels.2.number": "1".repeat(21),
    };
    expect(readLabels(form).errors).toEqual({
      "labels.0.label": "required",
      "labels.1.label": "unknown",
      "labels.2.number": "too-long",
    });
  });
});

it("asks for the label into which another one is merged", () => {
  const id = "01890000-0000-7000-8000-000000000000";
  expect(labelMergeSchema.safeParse({ id, version: "1", into: "" }).error?.issues[0]?.message).toBe("required");
});
