import fc from "fast-check";
import { expect, test } from "vitest";
import { type Actor, DEPARTMENT_ROLES, hasOtherRole, OFFICE_ROLES, type SignedIn, VISITOR } from "./actor";
import { canAdministerUser } from "./roles";

const aUser = (change: Partial<SignedIn>): SignedIn => ({
  kind: "user",
  userId: "me",
  name: "me",
  officeRole: null,
  memberships: [],
  ...change,
});

const ACTORS: Readonly<Record<string, Actor>> = {
  visitor: VISITOR,
  ...Object.fromEntries(OFFICE_ROLES.map((officeRole) => [officeRole, aUser({ officeRole })])),
  ...Object.fromEntries(
    DEPARTMENT_ROLES.map((role) => [role, aUser({ memberships: [{ departmentId: "d", departmentSlug: "d", role }] })]),
  ),
};

test("only administrators grant roles and create password links, and never for themselves", () => {
  const allowed = (userId: string) =>
    Object.keys(ACTORS).filter((who) => canAdministerUser(ACTORS[who] ?? VISITOR, userId));
  expect(allowed("somebody")).toEqual(["administrator"]);
  expect(allowed("me")).toEqual([]);
});

test.each([
  ["reporter", "reviewer", "d", true],
  ["reviewer", "reporter", "d", true],
  ["reporter", "reporter", "d", false],
  ["reviewer", "reviewer", "d", false],
  // Every other department counts as another one, also the one above or below it.
  ["reporter", "reviewer", "other", false],
] as const)("%s cannot also become %s of department %s: %s", (held, role, departmentId, clashes) => {
  expect(hasOtherRole([{ departmentId: "d", role: held }], { departmentId, role })).toBe(clashes);
});

test("granting roles one by one never makes a user reporter and reviewer of one department", () => {
  const given = fc.record({
    departmentId: fc.constantFrom("a", "b", "c"),
    role: fc.constantFrom(...DEPARTMENT_ROLES),
  });
  fc.assert(
    fc.property(fc.array(given), (requested) => {
      const held: typeof requested = [];
      for (const one of requested) if (!hasOtherRole(held, one)) held.push(one);
      for (const id of ["a", "b", "c"]) {
        expect(new Set(held.filter((one) => one.departmentId === id).map((one) => one.role)).size).toBeLessThan(2);
      }
    }),
  );
});
