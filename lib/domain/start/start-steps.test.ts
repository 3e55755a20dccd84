import { describe, expect, it } from "vitest";
import { type SignedIn, VISITOR } from "@/lib/domain/permissions/actor";
import {
  canStart,
  canTakeStep,
  countOwners,
  isStepDone,
  isSupervisorStep,
  nextStep,
  START_STEPS,
  type StartFacts,
} from "@/lib/domain/start/start-steps";

const EMPTY: StartFacts = {
  departments: 0,
  tops: 0,
  supervisors: 0,
  staffed: 0,
  targets: 0,
  issued: 0,
  knowsHolidays: true,
};
const aUser = (officeRole: SignedIn["officeRole"]): SignedIn => ({
  kind: "user",
  userId: "me",
  name: "me",
  officeRole,
  memberships: [],
});

describe("nextStep", () => {
  it("goes from an empty installation to the first issued target", () => {
    const states: Partial<StartFacts>[] = [
      {},
      { departments: 1, tops: 1 },
      { departments: 15, tops: 1 },
      { supervisors: 1 },
      { staffed: 1 },
      { targets: 60 },
      { issued: 60 },
    ];
    let facts = EMPTY;
    const steps = states.map((change) => {
      facts = { ...facts, ...change };
      return nextStep(facts);
    });
    expect(steps).toEqual(["government", "departments", "people", "people", "targets", "issue", null]);
  });

  it("asks for the holidays of a year that is not known", () => {
    const facts = { ...EMPTY, departments: 2, tops: 1, supervisors: 1, staffed: 1, targets: 1, knowsHolidays: false };
    expect(nextStep(facts)).toBe("calendar");
    expect(nextStep({ ...facts, issued: 1 })).toBe("calendar");
  });

  it("does not go back when targets are there before people", () => {
    const facts = { ...EMPTY, departments: 3, tops: 3, targets: 3, issued: 3 };
    expect(START_STEPS.filter((step) => isStepDone(step, facts))).toEqual([
      "government",
      "departments",
      "targets",
      "calendar",
      "issue",
    ]);
    expect(nextStep(facts)).toBe("people");
  });
});

it("counts one department at the top as the government, several as owners", () => {
  expect([countOwners({ departments: 15, tops: 1 }), countOwners({ departments: 3, tops: 3 })]).toEqual([14, 3]);
});

it("is for administrators and supervisors, each with steps of their own", () => {
  const own = (officeRole: SignedIn["officeRole"]) =>
    START_STEPS.filter((step) => canTakeStep(aUser(officeRole), step));
  expect(own("administrator")).toEqual(["government", "departments", "people", "calendar"]);
  expect(own("supervisor")).toEqual(["targets", "issue"]);
  expect(START_STEPS.filter(isSupervisorStep)).toEqual(["targets", "issue"]);
  expect([VISITOR, aUser(null), aUser("reader"), aUser("supervisor"), aUser("administrator")].map(canStart)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});
