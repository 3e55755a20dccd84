// The heads file contains the head of the chain after every committed write.
import { mkdir, rm } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { setPasswordByLink } from "@/lib/server/accounts/password-links";
import { inviteUser } from "@/lib/server/admin/invitations";
import { createFirstAdministrator, createSetupToken } from "@/lib/server/auth/first-administrator";
import { approveUpdates } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getChainHead, HEADS_FILE, readRecordedHeads, recordChainHead } from "./chain-heads";

beforeAll(loadPageAndPeople);

const PASSWORD = "correct horse battery";
const lastNoted = async () => (await readRecordedHeads()).at(-1);

async function aReport() {
  const report = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: "60", note: "as counted" };
  return done(await submitUpdate("NT-T01", report, await as("demo-transport-reporter")));
}

it("is recorded after a bulk approval", async () => {
  const waiting = await aReport();
  const before = await getChainHead();
  await approveUpdates([waiting], await as("demo-transport-reviewer"));
  expect(await getChainHead()).not.toEqual(before);
  expect(await lastNoted()).toEqual(await getChainHead());
});

it("is recorded when an invitation is accepted", async () => {
  const person = { name: "x", email: "x@example.com", officeRole: null, membership: null };
  const { token } = done(await inviteUser(person, "shown", await as("demo-administrator")));
  done(await setPasswordByLink(token, PASSWORD, ["invitation"]));
  expect(await lastNoted()).toEqual(await getChainHead());
});

it("is recorded when the first administrator is created", async () => {
  const person = { name: "y", email: "y@example.com", password: PASSWORD };
  done(await createFirstAdministrator((await createSetupToken()) ?? "", person));
  expect(await lastNoted()).toEqual(await getChainHead());
});

it("is recorded with the next write if the file could not be written", async () => {
  await rm(HEADS_FILE);
  await mkdir(HEADS_FILE);
  await inviteUser(
    { name: "z", email: "z@example.com", officeRole: null, membership: null },
    "shown",
    await as("demo-administrator"),
  );
  await rm(HEADS_FILE, { recursive: true });
  await recordChainHead();
  expect(await lastNoted()).toEqual(await getChainHead());
});
