import { expect, it } from "vitest";
import { type Responsibility, responsibilityBefore, revisedResponsibility } from "./responsibility";

const PRESENT: Responsibility = {
  owner: "transport",
  supporting: ["commerce", "science"],
  responsiblePost: "规划处处长",
  leaderInCharge: null,
};

it("names the changed fields, and ignores the order of supporting departments", () => {
  expect(revisedResponsibility(PRESENT, { ...PRESENT, supporting: ["science", "commerce"] })).toEqual({});
  const after = { ...PRESENT, supporting: ["science"], leaderInCharge: "副市长" };
  expect(revisedResponsibility(PRESENT, after)).toEqual({ supporting: ["science"], leaderInCharge: "副市长" });
});

it("undoes revisions, latest first", () => {
  const revisions = [{ before: { owner: "commerce", supporting: [] } }, { before: { responsiblePost: null } }];
  expect(responsibilityBefore(PRESENT, revisions)).toEqual({
    owner: "commerce",
    supporting: [],
    responsiblePost: null,
    leaderInCharge: null,
  });
});
