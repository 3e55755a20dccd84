// The work of a reporter who leaves or moves goes to a colleague, in one transaction with one event.
import { beforeAll, describe, expect, it } from "vitest";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { returnUpdate } from "@/lib/server/updates/decisions";
import { saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { listMyWork } from "@/lib/server/updates/my-work";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getHandOver, handOver } from "./hand-over";
import { endMembership } from "./memberships";

const admin = () => as("demo-administrator");
const report = (asOf: string, value: string) => ({
  requestKey: crypto.randomUUID(),
  asOf,
  value,
  note: "as counted",
});

async function createReporter(id: string, slug: string): Promise<string> {
  const department = await db.department.findUniqueOrThrow({ where: { slug } });
  await db.user.create({ data: { id, name: id, email: `${id}@example.gov.cn` } });
  const role = { userId: id, departmentId: department.id, role: "reporter" };
  return (await db.membership.create({ data: role })).id;
}

let leaving: string;

beforeAll(async () => {
  await loadPageAndPeople();
  leaving = await createReporter("leaver", "transport");
  await createReporter("successor", "transport");
  done(await saveDraft("NT-T01", report("2023-09-30", "60"), await as("leaver")));
  done(await saveDraft("NT-T02", report("2023-09-30", "300"), await as("leaver")));
  done(await saveDraft("NT-T02", report("2023-09-30", "310"), await as("successor")));
  const sent = done(await submitUpdate("NT-T03", report("2023-08-31", "50"), await as("leaver")));
  done(await returnUpdate({ ...sent, reason: "check the total" }, await as("demo-transport-reviewer")));
});

const shown = async (to?: string) => {
  const view = await getHandOver(leaving, to, await admin());
  if (view === null) throw new Error("no hand-over");
  return view;
};
const codes = (reports: readonly { readonly code: string }[]) => reports.map(({ code }) => code);
const inputFor = (digest: string) => ({
  membershipId: leaving,
  recipientId: "successor",
  digest,
  movesTo: null as string | null,
  disables: false,
});

describe("the preview", () => {
  it("shows what moves to the chosen person, and the drafts that stay", async () => {
    expect((await shown()).recipient).toBeNull();
    const view = await shown("successor");
    expect(view.candidates.map(({ id }) => id)).toEqual(["successor", "demo-transport-reporter"]);
    expect([codes(view.drafts), codes(view.kept), codes(view.returned), view.toReview]).toEqual([
      ["NT-T01"],
      ["NT-T02"],
      ["NT-T03"],
      null,
    ]);
    expect(await getHandOver(leaving, "successor", await as("demo-supervisor"))).toBeNull();
    expect(await getHandOver("none", undefined, await admin())).toBeNull();
  });

  it("comes first: a role with open drafts does not end by itself", async () => {
    expect(await endMembership(leaving, await admin())).toMatchObject({
      error: { errors: { form: "hand-over-first" } },
    });
  });
});

describe("handing over", () => {
  it("rejects what was not shown, and other people", async () => {
    const { digest } = await shown("successor");
    expect(await handOver(inputFor("0"), await admin())).toMatchObject({ error: { kind: "conflict" } });
    const stranger = { ...inputFor(digest), recipientId: "demo-science-reporter" };
    expect(await handOver(stranger, await admin())).toMatchObject({ error: { errors: { recipientId: "unknown" } } });
    const both = { ...inputFor(digest), movesTo: "school", disables: true };
    expect(await handOver(both, await admin())).toMatchObject({ error: { errors: { movesTo: "moves-or-leaves" } } });
    expect(await handOver(inputFor(digest), await as("demo-supervisor"))).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  it("moves drafts and returned reports, ends the role and disables the account with one event", async () => {
    const { digest } = await shown("successor");
    const before = await db.event.count();
    done(await handOver({ ...inputFor(digest), disables: true }, await admin()));
    expect(await db.event.count()).toBe(before + 1);
    const event = await db.event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
    expect([event.action, event.entityId, event.after]).toEqual([
      "user.handed-over",
      "leaver",
      {
        email: "leaver@example.gov.cn",
        department: "transport",
        role: "reporter",
        to: "successor",
        drafts: ["NT-T01 2023-09-30"],
        returned: ["NT-T03 2023-08-31"],
        movesTo: null,
        disabled: true,
      },
    ]);
    const authors = await db.update.findMany({
      where: { state: { in: ["draft", "returned"] } },
      orderBy: { id: "asc" },
    });
    expect(authors.map(({ authorId, state }) => `${authorId} ${state}`)).toEqual([
      "successor draft",
      "leaver draft",
      "successor draft",
      "leaver returned",
    ]);
    expect(await getActorOfUser("leaver")).toBeNull();
    expect(await getHandOver(leaving, "successor", await admin())).toBeNull();
  });

  it("makes the returned report a task of the successor until it is answered", async () => {
    const returned = async (id: string) => codes((await listMyWork(await as(id)))?.returned ?? []);
    expect([await returned("successor"), await returned("demo-transport-reporter")]).toEqual([["NT-T03"], []]);
    done(await saveDraft("NT-T03", report("2023-08-31", "51"), await as("successor")));
    expect(await returned("successor")).toEqual([]);
  });

  it("goes on to the next person, with what was taken over, and gives the role in another department", async () => {
    const answer = { authorId: "successor", state: "draft", target: { code: "NT-T03" } };
    await db.update.updateMany({ where: answer, data: { state: "discarded" } });
    const held = await db.membership.findFirstOrThrow({ where: { userId: "successor" } });
    const to = "demo-transport-reporter";
    const view = await getHandOver(held.id, undefined, await admin());
    expect(view?.recipient?.id).toBe(to);
    const digest = view?.digest ?? "";
    const input = { ...inputFor(digest), membershipId: held.id, recipientId: to, movesTo: "school" };
    done(await handOver(input, await admin()));
    const pairs = await db.handOver.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] });
    expect(pairs.map(({ fromUserId, toUserId }) => `${fromUserId} > ${toUserId}`)).toEqual([
      "leaver > successor",
      `successor > ${to}`,
      `leaver > ${to}`,
    ]);
    expect(codes((await listMyWork(await as(to)))?.returned ?? [])).toEqual(["NT-T03"]);
    expect(await getActorOfUser("successor")).toMatchObject({
      memberships: [{ departmentSlug: "school", role: "reporter" }],
    });
  });
});
