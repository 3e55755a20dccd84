import { describe, expect, it } from "vitest";
import { actorOfUser } from "@/lib/server/auth/actor";
import { forgetAttempts, MAX_ATTEMPTS, mayAttempt } from "@/lib/server/auth/attempts";
import { auth } from "@/lib/server/auth/auth";
import { createFirstAdministrator, createSetupToken, isSetupTokenGood } from "@/lib/server/auth/first-administrator";
import { getAuth, postAuth } from "@/lib/server/auth/respond";
import { db } from "@/lib/server/db/client";

const PERSON = { name: "管理员", email: "Admin@example.com", password: "correct horse battery" };
const headers = new Headers();

describe("the first administrator", () => {
  it("is made once, by the newest link only, and then signs in", async () => {
    const old = (await createSetupToken()) ?? "";
    const token = (await createSetupToken()) ?? "";
    expect([await isSetupTokenGood(old), await isSetupTokenGood(token)]).toEqual([false, true]);
    expect((await db.verification.findFirstOrThrow()).value).not.toContain(token);
    expect(await createFirstAdministrator(old, PERSON)).toBe(false);
    const both = await Promise.all([createFirstAdministrator(token, PERSON), createFirstAdministrator(token, PERSON)]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await createSetupToken()).toBeNull();
    const { email, password } = PERSON;
    const signedIn = await auth.api.signInEmail({ body: { email, password }, headers });
    expect(await actorOfUser(signedIn.user.id)).toMatchObject({ officeRole: "administrator", memberships: [] });
  });

  it("does not open to a wrong password", async () => {
    const body = { email: PERSON.email, password: "wrong horse battery" };
    await expect(auth.api.signInEmail({ body, headers })).rejects.toThrow();
  });
});

it("counts guesses however they come, and lets a disabled account in no more", async () => {
  const { email, password } = PERSON;
  const ask = (body: { email: string; password: string }) => auth.api.signInEmail({ body, headers });
  for (let i = 0; i < MAX_ATTEMPTS; i += 1) {
    await expect(ask({ email, password: "wrong horse battery" })).rejects.toThrow();
  }
  await expect(ask({ email, password })).rejects.toMatchObject({ status: "TOO_MANY_REQUESTS" });
  await forgetAttempts(email);
  await ask({ email, password });
  expect(await db.rateLimit.count({ where: { key: { startsWith: "password:" } } })).toBe(0);

  const user = await db.user.findUniqueOrThrow({ where: { email: email.toLowerCase() } });
  await db.session.deleteMany({ where: { userId: user.id } });
  await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  await expect(ask({ email, password })).rejects.toMatchObject({ status: "FORBIDDEN" });
  expect(await db.session.count({ where: { userId: user.id } })).toBe(0);
});

describe("over HTTP", () => {
  it("only signing in and out answers", async () => {
    const send = (method: "GET" | "POST", path: string) => {
      const request = new Request(`http://localhost:3000/api/auth/${path}`, { method, headers });
      return (method === "GET" ? getAuth : postAuth)(request);
    };
    for (const path of ["update-user", "sign-up/email", "change-password", "sign-in/email/", "demo"]) {
      expect((await send("POST", path)).status, path).toBe(404);
    }
    for (const path of ["list-sessions", "ok", "error", "sign-out"]) expect((await send("GET", path)).status).toBe(404);
    expect((await send("GET", "get-session")).status).toBe(200);
  });
});

describe("accounts", () => {
  it("are not made by sign-up", async () => {
    const body = { name: "x", email: "x@example.com", password: "correct horse battery" };
    await expect(auth.api.signUpEmail({ body, headers })).rejects.toThrow();
    expect(await db.user.count({ where: { email: "x@example.com" } })).toBe(0);
  });

  it("enter by one click only when they are demo accounts", async () => {
    await db.user.create({ data: { id: "demo", name: "demo", email: "demo@demo.invalid", isDemo: true } });
    await db.user.create({ data: { id: "real", name: "real", email: "real@example.com" } });
    await expect(auth.api.signInDemo({ body: { userId: "real" }, headers })).rejects.toThrow();
    expect(await auth.api.signInDemo({ body: { userId: "demo" }, headers })).toEqual({ userId: "demo" });
    expect(await db.session.count({ where: { userId: "demo" } })).toBe(1);
  });
});

it("counts guesses per account, forgets them in time and after a right password", async () => {
  const minute = 60_000;
  const start = 1_700_000_000_000;
  for (let i = 0; i < MAX_ATTEMPTS; i += 1) expect(await mayAttempt("A@example.com", start)).toBe(true);
  expect(await mayAttempt("a@example.com", start + 14 * minute)).toBe(false);
  expect(await mayAttempt("b@example.com", start)).toBe(true);
  expect(await mayAttempt("a@example.com", start + 16 * minute)).toBe(true);
  await forgetAttempts("a@example.com");
  expect(await db.rateLimit.count({ where: { key: { contains: "a@example.com" } } })).toBe(0);
});
