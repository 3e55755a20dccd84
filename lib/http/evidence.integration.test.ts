import sharp from "sharp";
import { beforeAll, expect, it, vi } from "vitest";
import { type Actor, VISITOR } from "@/lib/domain/permissions/actor";
import { addEvidence, changeEvidenceVisibility } from "@/lib/server/evidence/mutations";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { browser, get, routeOf } from "@/testing/requests";
import { getEvidence } from "./evidence";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

const CODE = "NT-T02";
let fileId: string;

beforeAll(async () => {
  await loadPageAndPeople();
  const reporter = await as("demo-transport-reporter");
  const input = { requestKey: crypto.randomUUID(), asOf: "2023-09-20", value: "200", note: "as counted" };
  const { updateId, version } = done(await saveDraft(CODE, input, reporter));
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  fileId = done(await addEvidence(updateId, "现场.png", picture, reporter)).fileId;
  const sent = done(await submitUpdate(CODE, { ...input, updateId, version }, reporter));
  done(await approveUpdate({ updateId, version: sent.version }, await as("demo-transport-reviewer")));
});

async function statusFor(actor: Actor): Promise<number> {
  browser.actor = actor;
  return (await getEvidence(get(`/evidence/${fileId}`), routeOf({ id: fileId }))).status;
}

it("answers 404 to visitors and other offices until the file of an approved report is public", async () => {
  const [outsider, reader] = [(await as("demo-science-reporter")).actor, (await as("demo-reader")).actor];
  const statuses = async () => [await statusFor(VISITOR), await statusFor(outsider), await statusFor(reader)];
  expect(await statuses()).toEqual([404, 404, 200]);
  const reviewer = await as("demo-transport-reviewer");
  done(await changeEvidenceVisibility(fileId, "public", reviewer));
  expect(await statuses()).toEqual([200, 200, 200]);
  done(await changeEvidenceVisibility(fileId, "internal", reviewer));
  expect(await statuses()).toEqual([404, 404, 200]);
});
