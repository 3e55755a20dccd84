// Passwords, links and sessions through the actions, with a real mail server.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { listOwnSessions } from "@/lib/server/accounts/sessions";
import { auth } from "@/lib/server/auth/auth";
import { type CurrentSession, SESSION_LIMITS, sessionOf } from "@/lib/server/auth/session";
import { db } from "@/lib/server/db/client";
import { startMailServer, type TestMailServer } from "@/testing/mail-server";
import { as, loadPageAndPeople } from "@/testing/people";
import { browser } from "@/testing/requests";
import * as account from "./account";
import { IDLE } from "./action-state";
import * as admin from "./admin";
import * as invitations from "./invitations";

const state = vi.hoisted(() => ({
  sender: null as unknown,
  session: null as CurrentSession | null,
  afterwards: [] as (() => Promise<void>)[],
}));
vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/server", () => ({ after: (task: () => Promise<void>) => state.afterwards.push(task) }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
}));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string, values: object) => `${key} ${Object.keys(values)}`,
}));
vi.mock("@/lib/server/mail", async (original) => ({
  ...(await original<typeof import("@/lib/server/mail")>()),
  getSender: () => state.sender,
}));
vi.mock("@/lib/server/auth/session", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/session")>()),
  getSession: async () => state.session,
}));
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

const PASSWORD = "correct horse battery";
const EMAIL = "clerk@example.gov.cn";
let mailServer: TestMailServer;
let mails: TestMailServer["mails"];

beforeAll(async () => {
  await loadPageAndPeople();
  mailServer = await startMailServer();
  mails = mailServer.mails;
});
afterAll(() => mailServer.close());
beforeEach(async () => {
  state.sender = mailServer.sender;
  mailServer.rejects = false;
  mails.length = 0;
  browser.cookies.clear();
  await db.attemptCount.deleteMany();
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** The token of the one mailed link, which must use the configured URL. */
function mailedToken(path: string): string {
  expect(mails).toHaveLength(1);
  const text = (mails[0]?.text ?? "").replace(/=\r\n/g, "").replaceAll("=3D", "=");
  const [, body = ""] = text.split("\r\n\r\n", 2);
  const readable = /base64/i.test(text) ? Buffer.from(text.slice(text.indexOf("\r\n\r\n")), "base64").toString() : body;
  const whole = `${text}\n${readable}`;
  const [, token] = new RegExp(`https://guatu\\.example${path}\\?token=([\\w-]{43})`).exec(whole) ?? [];
  if (token === undefined) throw new Error(`no link to ${path} in ${whole}`);
  return token;
}

async function signIn(password: string) {
  const headers = new Headers({ "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36" });
  headers.set("x-forwarded-for", "203.0.113.5");
  const response = await auth.api.signInEmail({ body: { email: EMAIL, password }, headers, asResponse: true });
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const session = await sessionOf(new Headers({ cookie }));
  if (session === null) throw new Error("no session");
  return { cookie, session };
}

const actAs = async (userId: string) => {
  browser.actor = (await as(userId)).actor;
};
const userId = async () => (await db.user.findUniqueOrThrow({ where: { email: EMAIL } })).id;
const person = { name: "办事员", email: EMAIL, officeRole: "", department: "transport", role: "reporter" };
const inviteAs = () => admin.inviteUserAction(IDLE, formOf(person));
const lastEvent = () => db.event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
const setNew = (token: string, password: string) => account.resetPasswordAction(IDLE, formOf({ token, password }));

describe("invitations and password links", () => {
  it("are mailed to the account, and the administrator does not see them", async () => {
    await actAs("demo-administrator");
    const answer = await inviteAs();
    expect(answer).toMatchObject({ status: "done", link: { how: "mailed", email: EMAIL } });
    expect(mails.map((mail) => mail.to)).toEqual([EMAIL]);
    const token = mailedToken("/invite");
    expect(JSON.stringify(answer)).not.toContain(token);
    expect(await lastEvent()).toMatchObject({ action: "user.invited", after: { link: "mailed" } });
    await expect(account.acceptInvitationAction(IDLE, formOf({ token, password: PASSWORD }))).rejects.toThrow(
      "redirect /sign-in?notice=password-set",
    );
    expect((await lastEvent()).after).toMatchObject({ link: { delivery: "mailed", madeById: "demo-administrator" } });
    await signIn(PASSWORD);
  });

  it("report that the mail was not sent, without showing the link", async () => {
    mailServer.rejects = true;
    await actAs("demo-administrator");
    const form = formOf({ userId: await userId() });
    const answer = await admin.createPasswordLinkAction(IDLE, form);
    expect(answer).toMatchObject({ status: "done", link: { how: "not-mailed", email: EMAIL } });
    expect(JSON.stringify(answer)).not.toContain("token=");
  });

  it("are shown if no mail is configured, and the audit records it", async () => {
    state.sender = null;
    await actAs("demo-administrator");
    const form = formOf({ userId: await userId() });
    const { link } = await admin.createPasswordLinkAction(IDLE, form);
    expect(link).toMatchObject({ how: "shown", url: expect.stringMatching(/\/reset-password\?token=[\w-]{43}$/) });
    expect(await lastEvent()).toMatchObject({ action: "user.reset-link-created", after: { link: "shown" } });
    const token = link?.how === "shown" ? (link.url.split("token=")[1] ?? "") : "";
    expect(await setNew(token, "1234567890")).toMatchObject({ errors: { password: "password-too-short" } });
    await expect(setNew(token, PASSWORD)).rejects.toThrow("redirect /sign-in");
    expect(await db.session.count({ where: { userId: await userId() } })).toBe(0);
    expect(await lastEvent()).toMatchObject({
      action: "user.password-reset",
      after: { link: { delivery: "shown", madeById: "demo-administrator" } },
    });
  });
});

describe("a forgotten password", () => {
  const ask = async (email: string) => {
    const answer = await account.requestResetLinkAction(IDLE, formOf({ email }));
    const [sentBefore, tasks] = [mails.length, state.afterwards.splice(0)];
    expect(sentBefore).toBe(0);
    for (const task of tasks) await task();
    return answer;
  };

  it("gets the same response for any address; only the account's mailbox gets a link, which works once", async () => {
    await signIn(PASSWORD);
    const unknown = await ask("nobody@example.gov.cn");
    expect(mails).toEqual([]);
    expect(await db.verification.count({ where: { identifier: { startsWith: "own-reset:" } } })).toBe(0);
    expect(await ask("Clerk@Example.gov.cn")).toEqual(unknown);
    expect(unknown).toEqual({ ...IDLE, status: "done" });
    expect(mails.map((mail) => mail.to)).toEqual([EMAIL]);
    const token = mailedToken("/reset-password");
    mails.length = 0;
    // Another request does not invalidate the link that has just arrived.
    await ask(EMAIL);
    await expect(setNew(token, "another horse battery")).rejects.toThrow("redirect /sign-in?notice=password-set");
    expect(await setNew(token, PASSWORD)).toMatchObject({ errors: { form: "link-gone" } });
    expect(await setNew(mailedToken("/reset-password"), PASSWORD)).toMatchObject({ errors: { form: "link-gone" } });
    expect(await db.session.count({ where: { userId: await userId() } })).toBe(0);
    await signIn("another horse battery");
  });

  it("sends no mail to demo accounts, disabled ones, or those without a password", async () => {
    await db.user.create({ data: { id: "invited", name: "i", email: "invited@example.gov.cn" } });
    await db.user.update({ where: { id: await userId() }, data: { disabledAt: new Date() } });
    for (const email of ["supervisor@demo.invalid", "invited@example.gov.cn", EMAIL]) await ask(email);
    expect(mails).toEqual([]);
    await db.user.update({ where: { id: await userId() }, data: { disabledAt: null } });
  });

  it("cannot fill a mailbox: after six requests the response has a retry time, for any address", async () => {
    for (const email of [EMAIL, "nobody@example.gov.cn"]) {
      for (let index = 0; index < 6; index += 1) {
        expect((await account.requestResetLinkAction(IDLE, formOf({ email }))).status).toBe("done");
      }
      expect(await account.requestResetLinkAction(IDLE, formOf({ email }))).toMatchObject({
        errors: { email: "retryAt time" },
      });
    }
    expect(state.afterwards.splice(0)).toHaveLength(12);
  });
});

describe("a change of the own password", () => {
  const change = (current: string, password: string) =>
    account.changePasswordAction(IDLE, formOf({ current, password }));

  it("needs the old password; the other sessions end, this one continues", async () => {
    const [here, elsewhere] = [await signIn("another horse battery"), await signIn("another horse battery")];
    await actAs(await userId());
    state.session = here.session;
    expect(await change("wrong horse battery", PASSWORD)).toMatchObject({ errors: { current: "wrong-password" } });
    for (const [weak, fault] of [
      ["another horse battery", "same-password"],
      ["1234567890", "password-too-short"],
      ["Password1234!", "password-easy"],
      ["the-clerk-at-the-desk", "password-has-name"],
    ] as const) {
      expect(await change("another horse battery", weak), weak).toMatchObject({ errors: { password: fault } });
    }
    expect(await sessionOf(new Headers({ cookie: elsewhere.cookie }))).not.toBeNull();
    expect(await change("another horse battery", PASSWORD)).toMatchObject({ status: "done" });
    expect(await sessionOf(new Headers({ cookie: elsewhere.cookie }))).toBeNull();
    expect(await sessionOf(new Headers({ cookie: here.cookie }))).toEqual(here.session);
    expect(await lastEvent()).toMatchObject({ action: "user.password-changed", entityId: await userId() });
  });

  it("cannot be guessed in an unlocked browser: after six wrong ones the response has a retry time", async () => {
    for (let index = 0; index < 6; index += 1) await change("wrong horse battery", "river stone lantern");
    expect(await change(PASSWORD, "river stone lantern")).toMatchObject({ errors: { current: "retryAt time" } });
  });

  it("is not available to demo accounts", async () => {
    await actAs("demo-reader");
    expect(await change("x", "river stone lantern")).toMatchObject({ errors: { form: "no-password-here" } });
  });
});

describe("sessions", () => {
  const hour = 60 * 60 * 1000;

  it("are listed with device, address and last use, and ended one by one or all others", async () => {
    await db.session.deleteMany();
    const [one, two, three] = [await signIn(PASSWORD), await signIn(PASSWORD), await signIn(PASSWORD)];
    await actAs(await userId());
    state.session = one.session;
    const context = await as(await userId());
    const listed = await listOwnSessions(context, one.session.id);
    expect(listed).toHaveLength(3);
    expect(listed.find((session) => session.isCurrent)).toMatchObject({
      id: one.session.id,
      device: "Chrome 140, Linux",
      address: "203.0.113.5",
    });
    expect((await account.endSessionAction(IDLE, formOf({ id: two.session.id }))).status).toBe("done");
    expect(await sessionOf(new Headers({ cookie: two.cookie }))).toBeNull();
    expect((await account.endOtherSessionsAction()).status).toBe("done");
    expect(await sessionOf(new Headers({ cookie: three.cookie }))).toBeNull();
    expect((await listOwnSessions(context, one.session.id)).map(({ id }) => id)).toEqual([one.session.id]);
  });

  it("of a demo account are not shown to other visitors who use it", async () => {
    await auth.api.signInDemo({ body: { userId: "demo-reader" }, headers: new Headers() });
    expect(await db.session.count({ where: { userId: "demo-reader" } })).toBe(1);
    expect(await listOwnSessions(await as("demo-reader"), null)).toEqual([]);
  });

  it("end without use, and after the maximum time even with use", async () => {
    expect(SESSION_LIMITS).toEqual({ idleMs: 2 * hour, longestMs: 12 * hour });
    const { cookie } = await signIn(PASSWORD);
    const sent = new Headers({ cookie });
    const start = Date.now();
    const at = (hours: number) => sessionOf(sent, new Date(start + hours * hour));
    for (const hours of [1.9, 3.8, 5.7, 7.6, 9.5, 11.4]) expect(await at(hours), `${hours} h`).not.toBeNull();
    expect(await at(12.1)).toBeNull();
    expect(await sessionOf(sent)).toBeNull();
    const idle = new Headers({ cookie: (await signIn(PASSWORD)).cookie });
    expect(await sessionOf(idle, new Date(Date.now() + 2.1 * hour))).toBeNull();
    // Deleted, also for the auth library's own route.
    expect(await auth.api.getSession({ headers: idle })).toBeNull();
  });
});

describe("invitations for many", () => {
  const createPerson = (id: string) => db.user.create({ data: { id, name: `人员${id}`, email: `${id}@bulk.example` } });
  const send = (fields: readonly (readonly [string, string])[]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return invitations.sendInvitationsAction(IDLE, form);
  };
  const actionsOf = async (id: string) =>
    (await db.event.findMany({ where: { entityId: id }, orderBy: { sequence: "asc" } })).map(({ action }) => action);

  it("are mailed to the ticked users; those with a password are skipped, and an old link ends", async () => {
    await Promise.all(["b1", "b2", "b3"].map(createPerson));
    await actAs("demo-administrator");
    const chosen = [
      ["user", "b1"],
      ["user", "b2"],
      ["user", await userId()],
      ["scope", "selected"],
    ] as const;
    const { invitations: first, status } = await send(chosen);
    expect([status, first]).toEqual(["done", { sent: 2, skipped: 1, failed: [], links: [] }]);
    expect(mails.map((mail) => mail.to).sort()).toEqual(["b1@bulk.example", "b2@bulk.example"]);
    mails.splice(
      0,
      mails.findIndex((mail) => mail.to === "b1@bulk.example"),
    );
    mails.splice(1);
    const old = mailedToken("/invite");
    await send([
      ["user", "b1"],
      ["user", "b2"],
      ["scope", "selected"],
    ]);
    expect(await actionsOf("b1")).toEqual(["user.invited", "user.invitation-renewed"]);
    expect(await account.acceptInvitationAction(IDLE, formOf({ token: old, password: PASSWORD }))).toMatchObject({
      errors: { form: "link-gone" },
    });
  });

  it("go to all that were never invited; addresses that the server rejects are named", async () => {
    mailServer.rejects = true;
    const { invitations: sent } = await send([["scope", "not-invited"]]);
    expect(sent).toMatchObject({ sent: 0, skipped: 0, links: [] });
    expect(sent?.failed).toContain("b3@bulk.example");
    expect(sent?.failed).not.toContain("b1@bulk.example");
    mailServer.rejects = false;
    expect(await send([["scope", "not-invited"]])).toMatchObject({ errors: { form: "none-invited" } });
    expect(await send([["scope", "selected"]])).toMatchObject({ errors: { form: "none-invited" } });
  });

  it("are shown once if no mail is configured, and open the account", async () => {
    state.sender = null;
    const { invitations: shown } = await send([["user", "b3"]]);
    const [link] = shown?.links ?? [];
    expect(link).toMatchObject({ email: "b3@bulk.example", url: expect.stringMatching(/\/invite\?token=[\w-]{43}$/) });
    const token = link?.url.split("token=")[1] ?? "";
    await expect(account.acceptInvitationAction(IDLE, formOf({ token, password: PASSWORD }))).rejects.toThrow(
      "redirect /sign-in",
    );
    expect(await actionsOf("b3")).toEqual(["user.invited", "user.invitation-renewed", "user.invitation-accepted"]);
  });
});
