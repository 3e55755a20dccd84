import { beforeAll, expect, it } from "vitest";
import { setPasswordByLink } from "@/lib/server/accounts/password-links";
import { inviteUser } from "@/lib/server/admin/invitations";
import { endMembership } from "@/lib/server/admin/memberships";
import { setUserDisabled } from "@/lib/server/admin/users";
import { db } from "@/lib/server/db/client";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { listVacancies } from "./vacancies";

beforeAll(loadPageAndPeople);

const admin = () => as("demo-administrator");
const vacancies = async (slug: string) =>
  ((await listVacancies(await as("demo-supervisor"))) ?? [])
    .filter(({ department }) => department.slug === slug)
    .map(({ role, targets, waiting }) => [role, targets, waiting]);

it("names the missing role and the targets without it, until somebody with the role can sign in", async () => {
  expect(await vacancies("transport")).toEqual([]);
  done(await setUserDisabled("demo-transport-reviewer", true, await admin()));
  expect(await vacancies("transport")).toEqual([["reviewer", 5, 0]]);
  const person = { name: "新审核", email: "new-reviewer@example.gov.cn", officeRole: null };
  const membership = { departmentSlug: "transport", role: "reviewer" as const };
  const { token } = done(await inviteUser({ ...person, membership }, "shown", await admin()));
  expect(await vacancies("transport")).toEqual([["reviewer", 5, 1]]);
  done(await setPasswordByLink(token, "correct horse battery", ["invitation"]));
  expect(await vacancies("transport")).toEqual([]);
});

it("does not count a reviewer who also reports, or an ended role", async () => {
  const department = await db.department.findUniqueOrThrow({ where: { slug: "transport" } });
  const user = await db.user.findUniqueOrThrow({ where: { email: "new-reviewer@example.gov.cn" } });
  await db.membership.create({ data: { userId: user.id, departmentId: department.id, role: "reporter" } });
  expect(await vacancies("transport")).toEqual([["reviewer", 5, 0]]);
  const roles = await db.membership.findMany({ where: { departmentId: department.id, role: "reporter" } });
  for (const { id } of roles) done(await endMembership(id, await admin()));
  expect(await vacancies("transport")).toEqual([["reporter", 5, 0]]);
});

it("is for the office only, and for today", async () => {
  expect(await listVacancies(await as("demo-transport-reporter"))).toBeNull();
  const supervisor = await as("demo-supervisor");
  const earlier = { ...supervisor, clock: { ...supervisor.clock, isLookingBack: true } };
  expect(await listVacancies(earlier)).toBeNull();
});
