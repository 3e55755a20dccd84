// Password guessing through the form and over HTTP: who is delayed and who is not.
import { APIError } from "better-auth/api";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postAuth } from "@/lib/http/auth";
import { db } from "@/lib/server/db/client";
import { done } from "@/testing/people";
import { type Attempt, consumeAttempt, resetAttempts } from "./attempts";
import { auth } from "./auth";
import { createFirstAdministrator, createSetupToken } from "./first-administrator";
import { DEVICE_COOKIE } from "./known-devices";

const PERSON = { name: "管理员", email: "admin@example.com", password: "correct horse battery" };
const WRONG = "wrong horse battery";
const SECOND = 1000;
const START = new Date("2026-01-05T08:00:00.000Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * SECOND);

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  door: "password",
  email: PERSON.email,
  network: "203.0.113.1",
  device: null,
  ...change,
});

/** The number of accepted attempts in a row, and the retry delay of the first rejected one. */
async function countAccepted(count: number, each: (index: number) => Attempt) {
  for (let index = 0; index < count; index += 1) {
    const retryAt = await consumeAttempt(each(index), START);
    if (retryAt !== null) return { accepted: index, seconds: (retryAt.getTime() - START.getTime()) / SECOND };
  }
  return { accepted: count, seconds: 0 };
}

beforeAll(async () => {
  done(await createFirstAdministrator((await createSetupToken()) ?? "", PERSON));
});
beforeEach(async () => {
  await db.attemptCount.deleteMany();
  await db.session.deleteMany();
});

describe("limits", () => {
  it("delay one account from one network after 6 attempts, and longer after each further one", async () => {
    expect(await countAccepted(20, () => attempt())).toEqual({ accepted: 6, seconds: 30 });
    expect(await consumeAttempt(attempt(), after(29))).toEqual(after(30));
    expect(await consumeAttempt(attempt(), after(30))).toBeNull();
    expect(await consumeAttempt(attempt(), after(31))).toEqual(after(90));
    // Another account from this network, and this account from another network, are not affected.
    expect(await consumeAttempt(attempt({ email: "other@example.com" }), after(31))).toBeNull();
    expect(await consumeAttempt(attempt({ network: "198.51.100.7" }), after(31))).toBeNull();
  });

  it("delay attempts at an account from many networks, but not its owner on a known device", async () => {
    const botnet = (index: number) => attempt({ network: `198.51.100.${index}` });
    expect(await countAccepted(200, botnet)).toEqual({ accepted: 31, seconds: 60 });
    expect(await consumeAttempt(attempt({ network: "192.0.2.1" }), after(1))).toEqual(after(60));
    expect(await consumeAttempt(attempt({ device: "own" }), after(1))).toBeNull();
  });

  it("delay a network that tries many accounts", async () => {
    const spray = (index: number) => attempt({ email: `user${index}@example.com` });
    expect(await countAccepted(200, spray)).toEqual({ accepted: 51, seconds: 30 });
  });

  it("ignore the case of email addresses", async () => {
    const mixed = (index: number) => attempt({ email: index % 2 === 0 ? "Admin@Example.com" : PERSON.email });
    expect(await countAccepted(20, mixed)).toMatchObject({ accepted: 6 });
  });

  it("count concurrent attempts", async () => {
    const together = await Promise.all(Array.from({ length: 30 }, () => consumeAttempt(attempt(), START)));
    expect(together.filter((retryAt) => retryAt === null)).toHaveLength(6);
  });

  it("reset after a correct password from there, and continue for the account and the network", async () => {
    await countAccepted(5, () => attempt());
    await resetAttempts(attempt(), START);
    const rows = await db.attemptCount.findMany({ orderBy: { key: "asc" } });
    expect(rows.map(({ key, failures }) => [key.replace(/ \d+$/, ""), failures])).toEqual([
      ["password account", 4],
      ["password network", 4],
      ["password pair", 0],
    ]);
  });

  it("add no rows beyond the slots for invented addresses, and prune old rows", async () => {
    for (let index = 0; index < 40; index += 1) {
      await consumeAttempt(attempt({ email: `${index}@invented.example` }), START);
    }
    const rows = await db.attemptCount.findMany({ select: { key: true } });
    expect(rows.every(({ key }) => Number(key.split(" ")[2]) < 65_536)).toBe(true);
    await consumeAttempt(attempt(), after(2 * 24 * 3600 + 1));
    expect(await db.attemptCount.count()).toBe(3);
  });
});

interface Sent {
  readonly email: string;
  readonly password: string;
  readonly from: string;
  readonly cookie?: string;
}

async function overHttp({ from, cookie, ...body }: Sent): Promise<Response> {
  const headers = { "content-type": "application/json", "x-forwarded-for": from, ...(cookie && { cookie }) };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  return postAuth(new Request("http://localhost:3000/api/auth/sign-in/email", init));
}

/** Called like the form's action. */
async function byForm({ from, cookie, ...body }: Sent): Promise<Response> {
  const headers = new Headers({ "x-forwarded-for": from, ...(cookie && { cookie }) });
  return auth.api.signInEmail({ body, headers, asResponse: true }).catch((error: unknown) => {
    if (!(error instanceof APIError)) throw error;
    return Response.json(error.body, { status: error.statusCode, headers: error.headers });
  });
}

const deviceOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((one) => one.startsWith(`${DEVICE_COOKIE}=`))
    ?.split(";")[0];

describe.each([
  ["the form", byForm],
  ["the API", overHttp],
] as const)("signing in through %s", (_name, send) => {
  const own = { email: PERSON.email, from: "203.0.113.20" };

  it("rejects attempts after six wrong passwords, even the correct one, with a retry time", async () => {
    for (let index = 0; index < 6; index += 1) expect((await send({ ...own, password: WRONG })).status).toBe(401);
    const refused = await send({ ...own, password: PERSON.password });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "TOO_MANY_ATTEMPTS", retryAt: expect.any(String) });
    expect(await db.session.count()).toBe(0);
  });

  it("returns the same response for unknown and known addresses", async () => {
    const answers = async (email: string) => {
      const all: unknown[] = [];
      for (let index = 0; index < 7; index += 1) {
        const response = await send({ email, from: `192.0.2.${email.length}`, password: WRONG });
        const body = (await response.json()) as { message: string; retryAt?: string };
        all.push([response.status, body.retryAt === undefined ? body : "later"]);
      }
      return all;
    };
    expect(await answers("nobody@example.com")).toEqual(await answers(PERSON.email));
  });

  it("accepts the owner on a known browser while others guess", async () => {
    const welcomed = await send({ ...own, password: PERSON.password });
    expect(welcomed.status).toBe(200);
    const cookie = deviceOf(welcomed);
    expect(cookie).toBeDefined();
    for (let index = 0; index < 32; index += 1) {
      await send({ email: PERSON.email, from: `198.51.100.${index}`, password: WRONG });
      await send({ ...own, password: WRONG });
    }
    expect((await send({ ...own, password: PERSON.password })).status).toBe(429);
    expect((await send({ ...own, password: PERSON.password, cookie: cookie ?? "" })).status).toBe(200);
  });
});

it("stores the client address of a session", async () => {
  const response = await overHttp({ email: PERSON.email, password: PERSON.password, from: "203.0.113.77" });
  expect(response.status).toBe(200);
  expect((await db.session.findFirstOrThrow()).ipAddress).toBe("203.0.113.77");
});
