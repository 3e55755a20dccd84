import { describe, expect, it } from "vitest";
import { getAuth, postAuth } from "@/lib/http/auth";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { auth } from "@/lib/server/auth/auth";
import { createFirstAdministrator, createSetupToken, isSetupTokenValid } from "@/lib/server/auth/first-administrator";
import { db } from "@/lib/server/db/client";

const PERSON = { name: "管理员", email: "Admin@example.com", password: "correct horse battery" };
const headers = new Headers();

describe("the first administrator", () => {
  it("is created once, by the newest link only, and then signs in", async () => {
    const old = (await createSetupToken()) ?? "";
    const token = (await createSetupToken()) ?? "";
    expect([await isSetupTokenValid(old), await isSetupTokenValid(token)]).toEqual([false, true]);
    expect((await db.verification.findFirstOrThrow()).value).not.toContain(token);
    const gone = { ok: false, error: { kind: "invalid", errors: { form: "link-gone" } } };
    expect(await createFirstAdministrator(old, PERSON)).toEqual(gone);
    const easy = { ...PERSON, password: "1234567890" };
    expect(await createFirstAdministrator(token, easy)).toMatchObject({
      error: { errors: { password: "password-too-short" } },
    });
    const both = await Promise.all([createFirstAdministrator(token, PERSON), createFirstAdministrator(token, PERSON)]);
    expect(both.map((one) => one.ok).toSorted()).toEqual([false, true]);
    expect(await createSetupToken()).toBeNull();
    const { email, password } = PERSON;
    const signedIn = await auth.api.signInEmail({ body: { email, password }, headers });
    expect(await getActorOfUser(signedIn.user.id)).toMatchObject({ officeRole: "administrator", memberships: [] });
  });

  it("rejects a wrong password", async () => {
    const body = { email: PERSON.email, password: "wrong horse battery" };
    await expect(auth.api.signInEmail({ body, headers })).rejects.toThrow();
  });
});

it("rejects a disabled account", async () => {
  const { email, password } = PERSON;
  const user = await db.user.findUniqueOrThrow({ where: { email: email.toLowerCase() } });
  await db.session.deleteMany({ where: { userId: user.id } });
  await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  await expect(auth.api.signInEmail({ body: { email, password }, headers })).rejects.toMatchObject({
    status: "FORBIDDEN",
  });
  expect(await db.session.count({ where: { userId: user.id } })).toBe(0);
});

describe("over HTTP", () => {
  it("exposes only sign-in, sign-out and session routes", async () => {
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
  it("cannot be created by sign-up", async () => {
    const body = { name: "x", email: "x@example.com", password: "correct horse battery" };
    await expect(auth.api.signUpEmail({ body, headers })).rejects.toThrow();
    expect(await db.user.count({ where: { email: "x@example.com" } })).toBe(0);
  });

  it("can sign in with one click only if they are demo accounts", async () => {
    await db.user.create({ data: { id: "demo", name: "demo", email: "demo@demo.invalid", isDemo: true } });
    await db.user.create({ data: { id: "real", name: "real", email: "real@example.com" } });
    await expect(auth.api.signInDemo({ body: { userId: "real" }, headers })).rejects.toThrow();
    expect(await auth.api.signInDemo({ body: { userId: "demo" }, headers })).toEqual({ userId: "demo" });
    expect(await db.session.count({ where: { userId: "demo" } })).toBe(1);
  });
});
