import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { ActorMembership, SignedIn } from "@/lib/domain/permissions/actor";
import {
  canBeDelegate,
  doOverlap,
  findDayError,
  principalIn,
  reportedFor,
  withDelegated,
} from "@/lib/domain/permissions/delegation";

const own = (departmentId: string, role: "reporter" | "reviewer"): ActorMembership => ({
  departmentId,
  departmentSlug: departmentId,
  role,
});
const delegated = (departmentId: string, role: "reporter" | "reviewer", userId = "absent"): ActorMembership => ({
  ...own(departmentId, role),
  onBehalfOf: { userId, name: userId },
});
const aUser = (...memberships: ActorMembership[]): SignedIn => ({
  kind: "user",
  userId: "me",
  name: "me",
  officeRole: null,
  memberships,
});
const days = (startsOn: string, endsOn: string) => ({ startsOn: isoDate(startsOn), endsOn: isoDate(endsOn) });

test("a delegation has no effect where it would make one person report and review", () => {
  expect(withDelegated([own("a", "reviewer")], [delegated("a", "reporter"), delegated("b", "reporter")])).toEqual([
    own("a", "reviewer"),
    delegated("b", "reporter"),
  ]);
  expect(withDelegated([], [delegated("a", "reporter", "one"), delegated("a", "reviewer", "other")])).toEqual([
    delegated("a", "reporter", "one"),
  ]);
});

test("a role of one's own is used in one's own right", () => {
  const user = aUser(own("a", "reporter"), delegated("a", "reporter"), delegated("b", "reviewer"));
  expect(principalIn(user, "a")).toBeNull();
  expect(principalIn(user, "b")).toEqual({ userId: "absent", name: "absent" });
  expect(principalIn(user, "c")).toBeNull();
});

test("a draft keeps the person for whom it was begun until they continue it themselves", () => {
  const delegate = aUser(delegated("a", "reporter"));
  expect(reportedFor(delegate, "a", null)).toBe("absent");
  expect(reportedFor(delegate, "a", { authorId: "absent", onBehalfOfId: null })).toBe("absent");
  expect(reportedFor(delegate, "a", { authorId: "me", onBehalfOfId: "absent" })).toBe("absent");
  const colleague = aUser(own("a", "reporter"), delegated("a", "reporter"));
  expect(reportedFor(colleague, "a", null)).toBeNull();
  expect(reportedFor(colleague, "a", { authorId: "absent", onBehalfOfId: null })).toBe("absent");
  expect(reportedFor(aUser(own("a", "reporter")), "a", { authorId: "delegate", onBehalfOfId: "me" })).toBeNull();
});

test("both days belong to an absence", () => {
  const absence = days("2023-10-02", "2023-10-06");
  expect(doOverlap(absence, days("2023-10-06", "2023-10-09"))).toBe(true);
  expect(doOverlap(absence, days("2023-09-28", "2023-10-02"))).toBe(true);
  expect(doOverlap(absence, days("2023-10-07", "2023-10-09"))).toBe(false);
  expect(doOverlap(absence, days("2023-09-28", "2023-10-01"))).toBe(false);
});

test("an absence begins today or later, ends after it begins, and lasts a year at most", () => {
  const today = isoDate("2023-09-30");
  expect(findDayError(days("2023-09-29", "2023-10-06"), today)).toEqual({ startsOn: "absence-in-the-past" });
  expect(findDayError(days("2023-10-06", "2023-10-05"), today)).toEqual({ endsOn: "ends-before-start" });
  expect(findDayError(days("2023-09-30", "2024-09-30"), today)).toEqual({ endsOn: "absence-too-long" });
  expect(findDayError(days("2023-09-30", "2024-09-29"), today)).toBeNull();
  expect(findDayError(days("2023-09-30", "2023-09-30"), today)).toBeNull();
});

test("those who decide for the office are no delegates", () => {
  expect([null, "reader", "supervisor", "administrator"].map((role) => canBeDelegate(role as "reader" | null))).toEqual(
    [true, true, false, false],
  );
});
