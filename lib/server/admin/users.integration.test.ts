// Accounts: creation, roles, disabling; no user can both report and approve the same figure.
import { beforeAll, describe, expect, it } from "vitest";
import { setPasswordByLink } from "@/lib/server/accounts/password-links";
import { getReviewerAccounts } from "@/lib/server/accounts/reviewer-accounts";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { auth } from "@/lib/server/auth/auth";
import { db } from "@/lib/server/db/client";
import { getTarget } from "@/lib/server/targets/detail";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { createPasswordLink, inviteUser } from "./invitations";
import { addMembership, changeOfficeRole, endMembership } from "./memberships";
import { getUser } from "./user-list";
import { setUserDisabled } from "./users";

beforeAll(loadPageAndPeople);

const admin = () => as("demo-administrator");
const PASSWORD = "correct horse battery";
const person = {
  name: "新来的",
  email: "New@example.gov.cn",
  officeRole: null,
  membership: { departmentSlug: "transport", role: "reporter" as const },
};
const idOf = async (email: string) => (await db.user.findUniqueOrThrow({ where: { email } })).id;
const invitationGone = { error: { kind: "invalid", errors: { form: "link-gone" } } };

describe("accounts", () => {
  it("are created by administrators only, and need a password that follows the policy", async () => {
    expect(await inviteUser(person, "shown", await as("demo-supervisor"))).toEqual({
      ok: false,
      error: { kind: "forbidden" },
    });
    const { token } = done(await inviteUser(person, "shown", await admin()));
    expect(await inviteUser(person, "shown", await admin())).toMatchObject({
      error: { errors: { email: "account-exists" } },
    });
    for (const [weak, fault] of [
      ["1234567890", "password-too-short"],
      ["123456789012", "password-easy"],
      ["river-新来的-lantern", "password-has-name"],
    ] as const) {
      expect(await setPasswordByLink(token, weak, ["invitation"])).toMatchObject({
        error: { errors: { password: fault } },
      });
    }
    done(await setPasswordByLink(token, PASSWORD, ["invitation"]));
    expect(await setPasswordByLink(token, PASSWORD, ["invitation"])).toMatchObject(invitationGone);
    const { user } = await auth.api.signInEmail({ body: { email: "new@example.gov.cn", password: PASSWORD } });
    expect(await getActorOfUser(user.id)).toMatchObject({
      memberships: [{ departmentSlug: "transport", role: "reporter" }],
    });
  });

  it("gain and lose roles, and have none once disabled", async () => {
    const id = await idOf("new@example.gov.cn");
    done(await addMembership(id, "science", "reviewer", await admin()));
    const view = await getUser(id, await admin(), "en");
    expect(view?.memberships.map((one) => one.role).sort()).toEqual(["reporter", "reviewer"]);
    const reviewer = view?.memberships.find((one) => one.role === "reviewer");
    done(await endMembership(reviewer?.id ?? "", await admin()));
    expect((await getActorOfUser(id)) as object).toMatchObject({ memberships: [{ departmentSlug: "transport" }] });
    const { token } = done(await createPasswordLink(id, "shown", await admin()));
    done(await setUserDisabled(id, true, await admin()));
    expect([await getActorOfUser(id), await db.session.count({ where: { userId: id } })]).toEqual([null, 0]);
    expect(await setPasswordByLink(token, "another horse battery", ["admin-reset"])).toMatchObject(invitationGone);
    expect(await createPasswordLink(id, "shown", await admin())).toMatchObject({
      error: { errors: { form: "no-password-here" } },
    });
    done(await setUserDisabled(id, false, await admin()));
    expect(await getActorOfUser(id)).not.toBeNull();
  });

  it("are invited again when the invitation has expired; the old link remains invalid", async () => {
    const late = { name: "迟到的", email: "late@example.gov.cn", officeRole: null, membership: null };
    const { token: old } = done(await inviteUser(late, "shown", await admin()));
    const id = await idOf("late@example.gov.cn");
    const shown = async () => getUser(id, await admin(), "en");
    expect(await shown()).toMatchObject({ isInvited: true, state: "invited" });
    await db.verification.updateMany({ where: { identifier: `invitation:${id}` }, data: { expiresAt: new Date(0) } });
    expect(await shown()).toMatchObject({ isInvited: true, state: "expired" });
    expect(await setPasswordByLink(old, PASSWORD, ["invitation"])).toMatchObject(invitationGone);
    const { token, kind } = done(await createPasswordLink(id, "shown", await admin()));
    expect(kind).toBe("invitation");
    expect(await setPasswordByLink(old, PASSWORD, ["invitation"])).toMatchObject(invitationGone);
    done(await setPasswordByLink(token, PASSWORD, ["invitation"]));
    expect(await shown()).toMatchObject({ isInvited: false, state: "active" });
  });
});

describe("one person cannot report and approve the same figure", () => {
  const ownRoles = { error: { kind: "invalid", errors: { form: "own-roles" } } };
  const bothRoles = { error: { kind: "invalid", errors: { role: "both-roles" } } };

  it("an administrator does not change their own roles, account or password link", async () => {
    const context = await admin();
    const self = "demo-administrator";
    expect(await changeOfficeRole(self, "supervisor", context)).toMatchObject(ownRoles);
    expect(await addMembership(self, "transport", "reporter", context)).toMatchObject(ownRoles);
    expect(await setUserDisabled(self, true, context)).toMatchObject(ownRoles);
    expect(await createPasswordLink(self, "shown", context)).toMatchObject({
      error: { errors: { form: "own-password" } },
    });
    const department = await db.department.findUniqueOrThrow({ where: { slug: "school" } });
    const own = await db.membership.create({
      data: { userId: self, departmentId: department.id, role: "reviewer" },
    });
    expect(await endMembership(own.id, context)).toMatchObject(ownRoles);
    await db.membership.delete({ where: { id: own.id } });
  });

  it("rejects the other role in the same department, one after the other and concurrently", async () => {
    const id = await idOf("new@example.gov.cn");
    expect(await addMembership(id, "transport", "reviewer", await admin())).toMatchObject(bothRoles);
    const context = await admin();
    const roles = ["reporter", "reviewer"] as const;
    const outcomes = await Promise.all(roles.map((role) => addMembership(id, "haimen", role, context)));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toMatchObject(bothRoles);
    // Once the first role has ended, the other one can be given: for earlier reports, the author decides.
    const [held] = await db.membership.findMany({ where: { userId: id, department: { slug: "transport" } } });
    done(await endMembership(held?.id ?? "", await admin()));
    done(await addMembership(id, "transport", "reviewer", await admin()));
    expect(await addMembership(id, "transport", "reporter", await admin())).toMatchObject(bothRoles);
  });
});

it("an approval shows supervisors who opened the reviewer's account and who saw its link", async () => {
  const invited = {
    ...person,
    email: "checker@example.gov.cn",
    membership: { departmentSlug: "transport", role: "reviewer" as const },
  };
  const { token } = done(await inviteUser(invited, "shown", await admin()));
  done(await setPasswordByLink(token, PASSWORD, ["invitation"]));
  const report = { requestKey: crypto.randomUUID(), asOf: "2023-09-20", value: "60", note: "as counted" };
  const submitted = done(await submitUpdate("NT-T01", report, await as("demo-transport-reporter")));
  done(await approveUpdate(submitted, await as(await idOf("checker@example.gov.cn"))));
  const opened = { delivery: "shown", madeBy: "示例账号·系统管理员", madeById: "demo-administrator" };
  const event = await db.event.findFirstOrThrow({
    where: { action: "update.approved" },
    orderBy: { sequence: "desc" },
  });
  expect(event.after).toMatchObject({ reviewerAccount: { openedBy: opened, lastLink: opened } });
  const accounts = async (userId: string) => {
    const context = await as(userId);
    const target = await getTarget("NT-T01", context);
    return target && Object.fromEntries(await getReviewerAccounts(target, context));
  };
  expect(await accounts("demo-supervisor")).toEqual({ [submitted.updateId]: { openedBy: opened, lastLink: opened } });
  expect(await accounts("demo-reader")).toEqual({});
});

it("two administrators cannot remove each other's role at the same moment", async () => {
  await db.user.create({
    data: { id: "other-admin", name: "另一管理员", email: "other@example.gov.cn", officeRole: "administrator" },
  });
  const [one, other] = [await admin(), await as("other-admin")];
  const outcomes = await Promise.all([
    changeOfficeRole("other-admin", null, one),
    changeOfficeRole("demo-administrator", null, other),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({
    error: { errors: { form: "last-administrator" } },
  });
});
