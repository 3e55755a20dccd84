// Every server action called by users without the permission: it is rejected, and the database is unchanged. Then by a
// user with the permission and the same form, to prove that the form is valid.
import { readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { getHandOver } from "@/lib/server/admin/hand-over";
import { getBulletin } from "@/lib/server/bulletins/data";
import { fileStamp } from "@/lib/server/bulletins/files";
import { transitionBulletin } from "@/lib/server/bulletins/mutations";
import { db } from "@/lib/server/db/client";
import { addEvidence } from "@/lib/server/evidence/mutations";
import { getRulesVersion } from "@/lib/server/rule-sets/data";
import { createSource } from "@/lib/server/sources/create";
import { getSourceProposals } from "@/lib/server/sources/proposal-data";
import { acceptComplete } from "@/lib/server/sources/proposals";
import { listSlipsByCodes } from "@/lib/server/supervision/slips";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { browser } from "@/testing/requests";
import * as account from "./account";
import { IDLE } from "./action-state";
import * as admin from "./admin";
import * as entering from "./auth";
import * as bulk from "./bulk";
import * as bulletins from "./bulletins";
import * as delegations from "./delegations";
import * as evidence from "./evidence";
import * as imports from "./imports";
import * as instructions from "./instructions";
import * as invitations from "./invitations";

import * as labels from "./labels";

import * as reminders from "./reminders";

import * as rules from "./rules";
import * as savedViews from "./saved-views";
import * as settings from "./settings";
import * as setup from "./setup";
import * as sources from "./sources";
import * as targets from "./targets";
import * as updates from "./updates";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
}));
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

const PEOPLE = {
  visitor: null,
  "of no department": "nobody-yet",
  reader: "demo-reader",
  supervisor: "demo-supervisor",
  administrator: "demo-administrator",
  reporter: "demo-transport-reporter",
  reviewer: "demo-transport-reviewer",
  "reporter elsewhere": "demo-science-reporter",
  "reviewer elsewhere": "demo-science-reviewer",
} as const;
type Who = keyof typeof PEOPLE;
const EVERYBODY = Object.keys(PEOPLE) as Who[];
const OUTSIDE: readonly Who[] = ["of no department", "reporter elsewhere", "reviewer elsewhere"];

async function actAs(who: Who): Promise<void> {
  const id = PEOPLE[who];
  browser.actor = id === null ? VISITOR : (await as(id)).actor;
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** A digest of all rows: unchanged if nothing was written. */
async function digest(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const parts = tables.map(
    ({ name }) => `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS d FROM "${name}" t`,
  );
  const rows = await db.$queryRawUnsafe<{ d: string }[]>(parts.join(" UNION ALL "));
  return rows.map(({ d }) => d).join(" ");
}

let made = 0;

/** A separate target of the transport bureau for each case. */
async function aTarget(visibility: string, state = "received", columns: object = {}): Promise<string> {
  made += 1;
  const code = `ACT-${made}`;
  await db.$executeRaw`
    INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'code', ${code}::text,
      'visibility', ${visibility}::text, 'state', ${state}::text) || ${JSON.stringify(columns)}::jsonb)).*
      FROM target t WHERE t.code = 'NT-T02'`;
  const { id } = await db.target.findUniqueOrThrow({ where: { code } });
  await db.$transaction((tx) => rebuildStandings(tx, [id]));
  return code;
}

const reportOf = (value = "200") => ({
  requestKey: crypto.randomUUID(),
  asOf: "2023-09-20",
  value,
  note: "as counted",
});
const formReport = (code: string) => submitUpdate(code, reportOf(), browserless("reporter"));

/** Filled before the tests: the contexts of the users who prepare a case. */
const contexts = new Map<Who, Awaited<ReturnType<typeof as>>>();
function browserless(who: Who) {
  const context = contexts.get(who);
  if (context === undefined) throw new Error(`${who} has no context`);
  return context;
}

async function aSubmitted(code: string) {
  const { updateId, version } = done(await formReport(code));
  return { updateId, version: String(version) };
}

async function aDraft(code: string) {
  const { updateId, version } = done(await saveDraft(code, reportOf(), browserless("reporter")));
  return { updateId, version: String(version) };
}

const aPicture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .png()
    .toBuffer();

const INSTRUCTION = { kind: "slip", colour: "blue", givenBy: "office", body: "why?", replyDueOn: "2023-10-31" };

async function anInstruction(code: string, isReplied: boolean) {
  await actAs("supervisor");
  expect((await instructions.sendInstructionAction(IDLE, formOf({ code, ...INSTRUCTION }))).status).toBe("done");
  const { id: instructionId } = await db.instruction.findFirstOrThrow({ where: { target: { code } } });
  if (!isReplied) return { instructionId, version: "1" };
  await actAs("reporter");
  expect(
    (await instructions.replyToInstructionAction(IDLE, formOf({ instructionId, version: "1", body: "so" }))).status,
  ).toBe("done");
  return { instructionId, version: "2" };
}

async function aRequest(code: string) {
  await actAs("reporter");
  expect((await targets.requestClosingAction(IDLE, formOf({ code, reason: "all done" }))).status).toBe("done");
  const { id, version } = await db.targetRequest.findFirstOrThrow({ where: { target: { code } } });
  return { requestId: id, version: String(version) };
}

interface Case {
  readonly name: string;
  readonly state?: string;
  readonly right: readonly Who[];
  /** The status for outsiders of a public target: they cannot see its requests and instructions. */
  readonly isUnseen?: true;
  /** Creates the object of the action; returns the action, to be run by any user. @returns the status it answers. */
  readonly prepare: (code: string) => Promise<() => Promise<string>>;
}

const DEPARTMENT: readonly Who[] = ["reporter", "reviewer"];
const WHY = { reason: "as planned", authority: "No. 1" };

type FormAction = (before: typeof IDLE, form: FormData) => Promise<{ status: string }>;
/** A form with the target's code and these fields. */
function onTarget(action: FormAction, fields: Readonly<Record<string, string>>): Case["prepare"] {
  return async (code) => async () => (await action(IDLE, formOf({ code, ...fields }))).status;
}

/** A form with one selected target. @param ofTarget the fields of its row */
function onSeveral(
  fields: Readonly<Record<string, string>>,
  ofTarget: Readonly<Record<string, string>> = {},
): Case["prepare"] {
  return async (code) => {
    const { version } = await db.target.findUniqueOrThrow({ where: { code } });
    const row = Object.fromEntries(Object.entries(ofTarget).map(([name, value]) => [`${name}:${code}`, value]));
    const form = formOf({ ...fields, ...row, version: `${code} ${version}`, [`chosen:${code}`]: "yes" });
    return async () => (await bulk.changeTargetsAction(IDLE, form)).status;
  };
}

const onDecided =
  (decision: string): Case["prepare"] =>
  async (code) => {
    const fields = { ...(await aSubmitted(code)), decision, reason: "not as counted" };
    return async () => (await updates.decideUpdateAction(IDLE, formOf(fields))).status;
  };

const onMany =
  (decision: string): Case["prepare"] =>
  async (code) => {
    const { updateId, version } = await aSubmitted(code);
    const form = formOf({ chosen: `${updateId} ${version}`, decision, reason: "not as counted" });
    return async () => {
      const answer = await updates.decideUpdatesAction({ status: "idle" }, form);
      if (answer.status !== "done") return answer.status;
      return answer.done === 1 ? "done" : (answer.refused?.[0]?.why ?? "nothing");
    };
  };

const onDecidedBefore: Case["prepare"] = async (code) => {
  const fields = await aSubmitted(code);
  // By the action: the clock of the prepared contexts stands still, and an undo must follow within seconds.
  await actAs("reviewer");
  expect((await updates.decideUpdateAction(IDLE, formOf({ ...fields, decision: "approve" }))).status).toBe("done");
  const { id, version } = await db.update.findUniqueOrThrow({ where: { id: fields.updateId } });
  return async () => {
    const form = formOf({ decided: `${id} ${version}` });
    return (await updates.undoDecisionsAction(form)).status;
  };
};

const CASES: readonly Case[] = [
  ...(["draft", "submit"] as const).map(
    (intent): Case => ({
      name: `saveReportAction (${intent})`,
      right: ["reporter"],
      prepare: async (code) => {
        const input = reportOf();
        return async () => {
          const { status } = await updates.saveReportAction(code, input, intent);
          return status === "saved" || status === "submitted" ? "done" : status;
        };
      },
    }),
  ),
  { name: "decideUpdateAction (approve)", right: ["reviewer"], prepare: onDecided("approve") },
  { name: "decideUpdateAction (return)", right: ["reviewer"], prepare: onDecided("return") },
  { name: "decideUpdatesAction (approve)", right: ["reviewer"], prepare: onMany("approve") },
  { name: "decideUpdatesAction (return)", right: ["reviewer"], prepare: onMany("return") },
  { name: "undoDecisionsAction", right: ["reviewer"], prepare: onDecidedBefore },
  {
    name: "withdrawReportAction",
    right: ["reporter"],
    prepare: async (code) => {
      const fields = await aSubmitted(code);
      return async () => (await updates.withdrawReportAction(IDLE, formOf(fields))).status;
    },
  },
  {
    name: "transitionTargetAction (issue)",
    state: "draft",
    right: ["supervisor"],
    prepare: onTarget(targets.transitionTargetAction, { step: "issue", authority: "No. 1" }),
  },
  {
    name: "transitionTargetAction (receive)",
    state: "issued",
    right: DEPARTMENT,
    prepare: onTarget(targets.transitionTargetAction, { step: "receive" }),
  },
  {
    name: "transitionTargetAction (withdraw)",
    right: ["supervisor"],
    prepare: onTarget(targets.transitionTargetAction, { step: "withdraw", authority: "No. 1", note: "no more" }),
  },
  {
    name: "transitionTargetAction (reopen)",
    state: "closed",
    right: ["supervisor"],
    prepare: onTarget(targets.transitionTargetAction, { step: "reopen", note: "again" }),
  },
  {
    name: "changeTargetsAction (issue)",
    state: "draft",
    right: ["supervisor"],
    prepare: onSeveral({ step: "issue", authority: "No. 1" }),
  },
  {
    name: "changeTargetsAction (receive)",
    state: "issued",
    right: DEPARTMENT,
    prepare: onSeveral({ step: "receive" }),
  },
  {
    name: "changeTargetsAction (close)",
    right: ["supervisor"],
    prepare: onSeveral({ step: "close", authority: "No. 1", note: "all done" }, { verdict: "completed" }),
  },
  {
    name: "changeTargetsAction (carry over)",
    right: ["supervisor"],
    prepare: async (code) => onSeveral({ step: "carry-over" }, { newCode: `${code}-2024`.slice(-39) })(code),
  },
  {
    name: "changeTargetsAction (revise)",
    right: ["supervisor"],
    prepare: onSeveral({ step: "revise", ...WHY, dueOn: "2024-03-31" }),
  },
  {
    name: "changeTargetsAction (label)",
    right: ["supervisor"],
    prepare: onSeveral({ step: "label", change: "add", label: "plan:政府工作报告" }, { number: "3" }),
  },
  {
    name: "labelTargetAction",
    right: ["supervisor"],
    prepare: async (code) => {
      const { version } = await db.target.findUniqueOrThrow({ where: { code } });
      const fields = { version: String(version), "labels.0.label": "topic:交通" };
      return onTarget(labels.labelTargetAction, fields)(code);
    },
  },
  {
    name: "reviseTargetAction",
    right: ["supervisor"],
    prepare: onTarget(targets.reviseTargetAction, { ...WHY, value: "500" }),
  },
  {
    name: "reviseTargetAction (as a request)",
    right: DEPARTMENT,
    prepare: onTarget(targets.reviseTargetAction, { ...WHY, value: "500", mode: "revision" }),
  },
  {
    name: "reviseTargetAction (more time)",
    right: DEPARTMENT,
    prepare: onTarget(targets.reviseTargetAction, { ...WHY, dueOn: "2024-03-31", mode: "extension" }),
  },
  {
    name: "changeVisibilityAction",
    right: ["supervisor"],
    prepare: async (code) => {
      const { visibility: from } = await db.target.findUniqueOrThrow({ where: { code } });
      return async () =>
        (await targets.changeVisibilityAction(IDLE, formOf({ code, from, reason: "as decided" }))).status;
    },
  },
  {
    name: "changeEvidenceRequirementAction",
    right: ["supervisor"],
    prepare: onTarget(targets.changeEvidenceRequirementAction, { required: "yes" }),
  },
  {
    name: "changeEvidenceVisibilityAction",
    right: ["supervisor", "reviewer"],
    isUnseen: true,
    prepare: async (code) => {
      const { updateId } = await aDraft(code);
      const added = await addEvidence(updateId, "a.png", await aPicture(), browserless("reporter"));
      const { fileId } = done(added);
      const { version } = await db.update.findUniqueOrThrow({ where: { id: updateId } });
      done(await submitUpdate(code, { ...reportOf(), updateId, version }, browserless("reporter")));
      const form = { fileId, visibility: "public" };
      return async () => (await evidence.changeEvidenceVisibilityAction(IDLE, formOf(form))).status;
    },
  },
  {
    name: "settleBaselineAction",
    right: ["supervisor"],
    prepare: async (shown) => {
      const { visibility } = await db.target.findUniqueOrThrow({ where: { code: shown } });
      const before = await aTarget(visibility, "received", { due_on: "2023-06-30" });
      const report = { ...reportOf(), asOf: "2023-06-30" };
      const sent = done(await submitUpdate(before, report, browserless("reporter")));
      done(await approveUpdate(sent, browserless("reviewer")));
      const { id } = await db.target.findUniqueOrThrow({ where: { code: before } });
      const code = await aTarget(visibility, "received", { carried_from_id: id, baseline_provisional: true });
      return async () => (await targets.settleBaselineAction(IDLE, formOf({ code }))).status;
    },
  },
  {
    name: "splitTargetAction",
    right: ["supervisor"],
    prepare: onTarget(targets.splitTargetAction, {
      method: "sum",
      ...Object.fromEntries(
        [0, 1].flatMap((index) =>
          Object.entries({
            owner: index === 0 ? "transport" : "haimen",
            value: "201",
            weight: "1",
            startOn: "2023-01-01",
            dueOn: "2023-12-31",
          }).map(([field, value]) => [`parts.${index}.${field}`, value]),
        ),
      ),
    }),
  },
  {
    name: "changeClosingDaysAction",
    right: ["supervisor"],
    prepare: onTarget(targets.changeClosingDaysAction, { closesAfterDays: "9" }),
  },
  {
    name: "openLateEntryAction",
    right: ["supervisor"],
    prepare: onTarget(targets.openLateEntryAction, {
      periodEnd: "2023-08-31",
      openUntil: "2023-10-31",
      reason: "late books",
    }),
  },
  {
    name: "requestClosingAction",
    right: DEPARTMENT,
    prepare: onTarget(targets.requestClosingAction, { reason: "all done" }),
  },
  ...(["approve", "refuse", "cancel"] as const).map(
    (decision): Case => ({
      name: `decideRequestAction (${decision})`,
      // Only its author can cancel it.
      right: decision === "cancel" ? ["reporter"] : ["supervisor"],
      isUnseen: true,
      prepare: async (code) => {
        const fields = { ...(await aRequest(code)), decision, note: "so", verdict: "completed" };
        return async () => (await targets.decideRequestAction(IDLE, formOf(fields))).status;
      },
    }),
  ),
  {
    name: "sendInstructionAction",
    right: ["supervisor"],
    prepare: onTarget(instructions.sendInstructionAction, INSTRUCTION),
  },
  {
    name: "sendSlipsAction",
    right: ["supervisor"],
    prepare: async (code) => {
      const proposals = await listSlipsByCodes([code], browserless("supervisor"));
      const chosen = proposals.map((one) => `${code} ${one.rule.key} ${one.periodEnd}`)[0] ?? "";
      return async () => {
        const { status, refused = [] } = await instructions.sendSlipsAction({ status: "idle" }, formOf({ chosen }));
        return refused[0]?.why ?? status;
      };
    },
  },
  {
    name: "replyToInstructionAction",
    right: DEPARTMENT,
    isUnseen: true,
    prepare: async (code) => {
      const fields = { ...(await anInstruction(code, false)), body: "because" };
      return async () => (await instructions.replyToInstructionAction(IDLE, formOf(fields))).status;
    },
  },
  ...(["accept", "refuse", "withdraw"] as const).map(
    (decision): Case => ({
      name: `judgeInstructionAction (${decision})`,
      right: ["supervisor"],
      isUnseen: true,
      prepare: async (code) => {
        const fields = { ...(await anInstruction(code, true)), decision, note: "so" };
        return async () => (await instructions.judgeInstructionAction(IDLE, formOf(fields))).status;
      },
    }),
  ),
];

beforeAll(async () => {
  await loadPageAndPeople();
  await db.user.create({ data: { id: "nobody-yet", name: "nobody yet", email: "yet@example.com" } });
  for (const who of EVERYBODY) if (PEOPLE[who] !== null) contexts.set(who, await as(PEOPLE[who]));
});
beforeEach(() => {
  browser.actor = VISITOR;
});

/** The status by user, in the order of EVERYBODY; fails if anything was written. */
async function refusedTo(whom: readonly Who[], act: () => Promise<string>): Promise<Partial<Record<Who, string>>> {
  const statuses: Partial<Record<Who, string>> = {};
  for (const who of whom) {
    await actAs(who);
    const before = await digest();
    statuses[who] = await act();
    expect(await digest(), `${who} has written`).toBe(before);
  }
  return statuses;
}

describe.each(["public", "internal"])("on a %s target", (visibility) => {
  it.each(CASES)("$name", async ({ right, state, isUnseen, prepare }) => {
    const act = await prepare(await aTarget(visibility, state));
    const wrong = EVERYBODY.filter((who) => !right.includes(who));
    const expected = Object.fromEntries(
      wrong.map((who) => {
        const isNotIssued = state === "draft";
        const isHidden =
          (visibility === "internal" && OUTSIDE.includes(who)) ||
          ((isUnseen || isNotIssued) && [...OUTSIDE, "reader"].includes(who));
        return [who, who === "visitor" ? "signed-out" : isHidden ? "not-found" : "forbidden"];
      }),
    );
    expect(await refusedTo(wrong, act)).toEqual(expected);
    await actAs(right[0] ?? "visitor");
    const before = await digest();
    expect(await act()).toBe("done");
    expect(await digest()).not.toBe(before);
  });

  it("discardDraftAction", async () => {
    const code = await aTarget(visibility);
    const { updateId, version } = await aDraft(code);
    const act = async () => {
      const { status } = await updates.discardDraftAction(IDLE, formOf({ updateId, version }));
      return `${status}, ${(await db.update.findUniqueOrThrow({ where: { id: updateId } })).state}`;
    };
    const wrong = EVERYBODY.filter((who) => who !== "reporter");
    const statuses = (who: Who) =>
      who === "visitor" ? "signed-out" : visibility === "internal" && OUTSIDE.includes(who) ? "not-found" : "forbidden";
    const expected = wrong.map((who) => [who, `${statuses(who)}, draft`]);
    expect(await refusedTo(wrong, act)).toEqual(Object.fromEntries(expected));
    await actAs("reporter");
    const stale = await updates.discardDraftAction(IDLE, formOf({ updateId, version: "99" }));
    expect(stale).toMatchObject({ status: "conflict", conflict: { why: "changed" } });
    expect(await act()).toBe("done, discarded");
  });

  it("previewReportAction responds to its reporters only", async () => {
    const code = await aTarget(visibility);
    const act = async () => ((await updates.previewReportAction(code, reportOf())) === null ? "nothing" : "a light");
    const statuses = await refusedTo(EVERYBODY, act);
    const expected = EVERYBODY.map((who) => [who, who === "reporter" ? "a light" : "nothing"]);
    expect(statuses).toEqual(Object.fromEntries(expected));
  });
});

it("previewPromiseAction reads a new promise back to the supervision office only", async () => {
  const form = { "metric.kind": "cumulative", value: "30", startOn: "2023-01-01", dueOn: "2023-12-31" };
  const act = async () => ((await targets.previewPromiseAction(form)) === null ? "nothing" : "a sentence");
  const expected = EVERYBODY.map((who) => [who, who === "supervisor" ? "a sentence" : "nothing"]);
  expect(await refusedTo(EVERYBODY, act)).toEqual(Object.fromEntries(expected));
});

const BOUNDS = { aheadFrom: "9", onTrackWithin: "0", behindWithin: "9" };

it("previewRulesAction compares lights for administrators only", async () => {
  const act = async () => ((await rules.previewRulesAction(BOUNDS)) === null ? "nothing" : "the changes");
  const expected = EVERYBODY.map((who) => [who, who === "administrator" ? "the changes" : "nothing"]);
  expect(await refusedTo(EVERYBODY, act)).toEqual(Object.fromEntries(expected));
});

/** A document with one complete proposal. */
async function aDocument(name: string): Promise<string> {
  const text = `市交通运输局建设${name}类公园不少于9个。`;
  const head = { title: name, publisher: "市政府办公室", publishedOn: "2023-01-10", address: "" };
  return done(await createSource({ ...head, text }, await as("demo-supervisor"))).id;
}

async function aProposal(sourceId: string): Promise<string> {
  return (await db.proposal.findFirstOrThrow({ where: { sourceId } })).id;
}

/** An action that redirects has succeeded. */
async function statusOf(act: () => Promise<{ status: string }>): Promise<string> {
  try {
    return (await act()).status;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("redirect ")) return "done";
    throw error;
  }
}

const signedOutOrForbidden = (wrong: readonly Who[]) =>
  Object.fromEntries(wrong.map((who) => [who, who === "visitor" ? "signed-out" : "forbidden"]));
const NOT_SUPERVISOR = EVERYBODY.filter((who) => who !== "supervisor");

/** @param outsiders users who get `not-found`, because they cannot read the object of the action */
async function onlySupervisor(act: () => Promise<string>, outsiders: readonly Who[] = []): Promise<void> {
  const notFound = Object.fromEntries(outsiders.map((who) => [who, "not-found"]));
  expect(await refusedTo(NOT_SUPERVISOR, act)).toEqual({ ...signedOutOrForbidden(NOT_SUPERVISOR), ...notFound });
  await actAs("supervisor");
  const before = await digest();
  expect(await act()).toBe("done");
  expect(await digest()).not.toBe(before);
}

describe("labels", () => {
  const labelNamed = async (name: string) => {
    const { id, version } = await db.label.findFirstOrThrow({ where: { name } });
    return { id, version: String(version) };
  };
  const WRITERS = ["supervisor", "administrator"] as const;
  const others = EVERYBODY.filter((who) => who !== "supervisor" && who !== "administrator");

  it.each([
    ["createLabelAction", labels.createLabelAction, async (n: string) => ({ kind: "topic", name: `主题${n}` })],
    [
      "editLabelAction",
      labels.editLabelAction,
      async (n: string) => ({ ...(await labelNamed("民生实事")), name: "民生实事", nameEn: `L${n}` }),
    ],
    [
      "retireLabelAction",
      labels.retireLabelAction,
      async (n: string) => ({ ...(await labelNamed("重点项目")), retired: n === "0" ? "yes" : "no" }),
    ],
  ] as const)("%s is for supervisors and administrators", async (_name, action, fieldsOf) => {
    for (const [n, who] of WRITERS.entries()) {
      const form = formOf(await fieldsOf(String(n)));
      expect(await refusedTo(others, async () => (await action(IDLE, form)).status)).toEqual(
        signedOutOrForbidden(others),
      );
      await actAs(who);
      expect((await action(IDLE, form)).status, who).toBe("done");
    }
  });

  it("mergeLabelAction is for supervisors and administrators", async () => {
    await actAs("supervisor");
    for (const name of ["甲", "乙", "丙"]) await labels.createLabelAction(IDLE, formOf({ kind: "topic", name }));
    const { id: into } = await labelNamed("丙");
    for (const [n, who] of WRITERS.entries()) {
      const form = formOf({ ...(await labelNamed(n === 0 ? "甲" : "乙")), into });
      const act = async () => (await labels.mergeLabelAction(IDLE, form)).status;
      expect(await refusedTo(others, act)).toEqual(signedOutOrForbidden(others));
      await actAs(who);
      expect(await act(), who).toBe("done");
    }
  });
});

describe("creating and editing targets", () => {
  const fieldsOf = async (code: string) => {
    const { metric } = await db.target.findUniqueOrThrow({ where: { code: "NT-T02" }, include: { metric: true } });
    return {
      code,
      title: "新目标",
      titleEn: "New target",
      owner: "transport",
      metric: metric.key,
      value: "500",
      startOn: "2023-01-01",
      dueOn: "2023-12-31",
      calendar: "monthly",
      visibility: "internal",
    };
  };

  it("createTargetAction", async () => {
    const form = formOf(await fieldsOf("ACT-NEW"));
    await onlySupervisor(() => statusOf(() => targets.createTargetAction(IDLE, form)));
  });

  it("importTasksAction", async () => {
    const table = "目标任务,指标,单位,目标值,牵头单位\n修建农村公路,新改建里程,公里,9,市交通运输局\n";
    const action = onSheet(imports.importTasksAction, table);
    await onlySupervisor(() => statusOf(() => action(IDLE, formOf({}))));
  });

  it("importValuesAction", async () => {
    const code = await aTarget("internal");
    const table = `目标编号,数据截至日,完成值\n${code},2023-09-20,200\n`;
    const act = () => statusOf(() => onSheet(imports.importValuesAction, table)(IDLE, formOf({})));
    const wrong = EVERYBODY.filter((who) => who !== "reporter");
    // A reporter may preview any file; a row about another department's target is refused, and nothing is left to write.
    const expected = { ...signedOutOrForbidden(wrong), "reporter elsewhere": "invalid" };
    expect(await refusedTo(wrong, act)).toEqual(expected);
    await actAs("reporter");
    const before = await digest();
    expect(await act()).toBe("done");
    expect(await digest()).not.toBe(before);
  });

  it("createSourceAction", async () => {
    const fields = { title: "工作要点", publisher: "市政府办公室", publishedOn: "2023-01-10", text: "新建公园9个。" };
    await onlySupervisor(() => statusOf(() => sources.createSourceAction(IDLE, formOf(fields))));
  });

  it("changeSourceVisibilityAction", async () => {
    const form = formOf({ source: "nantong-daily-321", visibility: "internal" });
    await onlySupervisor(() => statusOf(() => sources.changeSourceVisibilityAction(IDLE, form)));
  });

  it("acceptCompleteAction", async () => {
    const form = formOf({ source: await aDocument("甲") });
    await onlySupervisor(() => statusOf(() => sources.acceptCompleteAction(IDLE, form)));
  });

  it("addProposalAction", async () => {
    const form = formOf({ source: await aDocument("乙"), passage: "0-4" });
    await onlySupervisor(() => statusOf(() => sources.addProposalAction(IDLE, form)));
  });

  it("moveProposalAction", async () => {
    const form = formOf({ id: await aProposal(await aDocument("丙")), version: "1", step: "dismiss" });
    await onlySupervisor(() => statusOf(() => sources.moveProposalAction(IDLE, form)));
  });

  it("correctProposalAction", async () => {
    const fields = { role: "promise", title: "新建公园", kind: "cumulative", comparator: "equal", value: "12" };
    const form = formOf({ ...fields, id: await aProposal(await aDocument("丁")), version: "1" });
    await onlySupervisor(() => statusOf(() => sources.correctProposalAction(IDLE, form)));
  });

  it("draftTargetsAction", async () => {
    const source = await aDocument("戊");
    const supervisor = await as("demo-supervisor");
    done(await acceptComplete(source, supervisor));
    const form = formOf({ source, digest: (await getSourceProposals(source, supervisor))?.digest ?? "" });
    await onlySupervisor(() => statusOf(() => sources.draftTargetsAction(IDLE, form)));
  });

  it("editTargetAction", async () => {
    await actAs("supervisor");
    const fields = await fieldsOf("ACT-DRAFT");
    await statusOf(() => targets.createTargetAction(IDLE, formOf(fields)));
    const form = formOf({ ...fields, value: "600", draft: "ACT-DRAFT", version: "1" });
    await onlySupervisor(() => statusOf(() => targets.editTargetAction(IDLE, form)), [...OUTSIDE, "reader"]);
  });

  it("carryOverTargetAction", async () => {
    const form = formOf({ code: await aTarget("public"), newCode: "ACT-NEXT", value: "500" });
    await onlySupervisor(() => statusOf(() => targets.carryOverTargetAction(IDLE, form)));
  });
});

describe("bulletins", () => {
  async function aBulletin() {
    await actAs("supervisor");
    const form = formOf({ month: "2023-08", cutOffOn: "2023-09-30", template: "monthly", departments: "transport" });
    expect(await statusOf(() => bulletins.createBulletinAction(IDLE, form))).toBe("done");
    const { id, version } = await db.bulletin.findFirstOrThrow({ orderBy: { id: "desc" } });
    return { id, version: String(version) };
  }

  it("createBulletinAction", async () => {
    const form = formOf({ month: "2023-08", cutOffOn: "2023-09-30", template: "monthly", departments: "transport" });
    await onlySupervisor(() => statusOf(() => bulletins.createBulletinAction(IDLE, form)));
  });

  it("editBulletinTextAction", async () => {
    const form = formOf({ ...(await aBulletin()), lang: "en", key: "summary", text: "all well" });
    await onlySupervisor(async () => (await bulletins.editBulletinTextAction(IDLE, form)).status);
  });

  it("transitionBulletinAction", async () => {
    const { id } = await aBulletin();
    for (const [index, step] of ["sign", "reopen", "sign", "publish"].entries()) {
      const form = formOf({ id, version: String(index + 1), step });
      await onlySupervisor(async () => (await bulletins.transitionBulletinAction(IDLE, form)).status);
    }
    const discarded = formOf({ ...(await aBulletin()), step: "discard" });
    await onlySupervisor(async () => (await bulletins.transitionBulletinAction(IDLE, discarded)).status);
  });

  it("sendBulletinAction", async () => {
    const { id } = await aBulletin();
    for (const [index, step] of (["sign", "publish"] as const).entries()) {
      await transitionBulletin({ id, version: index + 1, step }, browserless("supervisor"));
    }
    const form = formOf({ id, to: "office@example.gov.cn" });
    await onlySupervisor(async () => (await bulletins.sendBulletinAction(IDLE, form)).status);
  });

  it("saveTemplateAction", async () => {
    const words = ["name", "masthead", "numbering", "office", "recipients", "title", "closing"];
    const texts = words.flatMap((key) => [
      [`${key}.zh-CN`, "字"],
      [`${key}.en`, "word"],
    ]);
    const chosen = {
      "section.summary": "on",
      "section.behind": "on",
      move: "behind:up",
      "column.target": "on",
      "column.light": "on",
      moveColumn: "light:up",
    };
    const form = formOf({ ...Object.fromEntries(texts), key: "other", charts: "all", ...chosen });
    for (const key of ["summary", "behind", "due"]) form.append("order", key);
    for (const key of ["target", "light", "gap"]) form.append("columnOrder", key);
    await onlySupervisor(async () => (await bulletins.saveTemplateAction(IDLE, form)).status);
    // As the form without script sends it: the moved section is in its new place, one that is not ticked is left out.
    const { body } = await db.bulletinTemplate.findUniqueOrThrow({ where: { key: "other" } });
    expect(body).toMatchObject({ sections: ["behind", "summary"], columns: ["light", "target"] });
  });

  it("requestFileAction and stopFile, for bulletins that the actor may not read", async () => {
    const { id } = await aBulletin();
    const view = await getBulletin(id, browserless("supervisor"));
    if (view === null) throw new Error("the bulletin is not there");
    const now = new Date();
    const { id: file } = await db.bulletinFile.create({
      data: {
        bulletinId: id,
        format: "docx",
        lang: "en",
        stamp: fileStamp(view),
        state: "generating",
        requestedById: "demo-supervisor",
        requestedAt: now,
        aliveAt: now,
      },
    });
    const wrong = EVERYBODY.filter((who) => who !== "supervisor" && who !== "administrator");
    const ask = async () =>
      (await bulletins.requestFileAction(IDLE, formOf({ id, format: "docx", lang: "en" }))).status;
    const stop = async () => (await bulletins.cancelFileAction(IDLE, formOf({ file }))).status;
    const gone = Object.fromEntries(wrong.map((who) => [who, "not-found"]));
    expect(await refusedTo(wrong, ask)).toEqual({ ...gone, visitor: "signed-out" });
    expect(await refusedTo(wrong, stop)).toEqual({ ...gone, visitor: "signed-out" });
    await actAs("supervisor");
    // It is already being generated, so no second file is created.
    expect(await ask()).toBe("done");
    expect(await stop()).toBe("done");
    expect((await db.bulletinFile.findUniqueOrThrow({ where: { id: file } })).state).toBe("cancelled");
  });
});

interface Administration {
  readonly action: FormAction;
  readonly name: string;
  readonly fields: () => Promise<Readonly<Record<string, string>>>;
}

const invite: FormAction = (before, form) => admin.inviteUserAction(before, form);
const sendInvitations: FormAction = (before, form) => invitations.sendInvitationsAction(before, form);
const sendPasswordLink: FormAction = (before, form) => admin.createPasswordLinkAction(before, form);

/** Previews the sheet and imports it; a user who may not preview it gets an error. */
function onSheet(action: typeof imports.importWorkingDaysAction, text: string): FormAction {
  return async (before, form) => {
    form.set("file", new File([text], "sheet.csv"));
    form.delete("digest");
    const { preview, ...answer } = await action(before, form);
    form.set("digest", preview?.digest ?? "0");
    const done = await action(before, form);
    return preview === undefined && done.status !== answer.status
      ? { status: `${answer.status}, then ${done.status}` }
      : done;
  };
}

const ADMINISTRATION: readonly Administration[] = [
  {
    name: "inviteUserAction",
    action: invite,
    fields: async () => ({
      name: "x",
      email: "x@example.com",
      officeRole: "administrator",
      department: "",
      role: "reporter",
    }),
  },
  {
    name: "sendInvitationsAction",
    action: sendInvitations,
    fields: async () => ({ scope: "selected", user: "nobody-yet" }),
  },
  {
    name: "createPasswordLinkAction",
    action: sendPasswordLink,
    fields: async () => ({ userId: "nobody-yet" }),
  },
  {
    name: "changeOfficeRoleAction",
    action: admin.changeOfficeRoleAction,
    fields: async () => ({ userId: "nobody-yet", officeRole: "reader" }),
  },
  {
    name: "addMembershipAction",
    action: admin.addMembershipAction,
    fields: async () => ({ userId: "nobody-yet", department: "school", role: "reporter" }),
  },
  {
    name: "endMembershipAction",
    action: admin.endMembershipAction,
    fields: async () => {
      const { id } = await db.membership.findFirstOrThrow({ where: { userId: "demo-haimen-reporter" } });
      return { membershipId: id };
    },
  },
  {
    name: "handOverAction",
    action: admin.handOverAction,
    fields: async () => {
      const { id, departmentId } = await db.membership.findFirstOrThrow({
        where: { userId: "demo-school-reporter" },
      });
      await db.user.upsert({
        where: { id: "successor" },
        create: { id: "successor", name: "接手人", email: "successor@example.gov.cn" },
        update: {},
      });
      const role = { userId: "successor", departmentId, role: "reporter" };
      await db.membership.upsert({ where: { userId_departmentId_role: role }, create: role, update: {} });
      const view = await getHandOver(id, "successor", await as("demo-administrator"));
      return { membershipId: id, recipientId: "successor", digest: view?.digest ?? "", movesTo: "" };
    },
  },
  {
    name: "setUserDisabledAction",
    action: admin.setUserDisabledAction,
    fields: async () => ({ userId: "demo-haimen-reviewer", disabled: "yes" }),
  },
  {
    name: "createDepartmentAction",
    action: admin.createDepartmentAction,
    fields: async () => ({
      slug: "culture",
      name: "市文化局",
      nameEn: "Culture",
      parentSlug: "",
      divisionCode: "",
      creditCode: "",
    }),
  },
  {
    name: "renameDepartmentAction",
    action: admin.renameDepartmentAction,
    fields: async () => ({ slug: "culture", name: "市文旅局", nameEn: "Culture" }),
  },
  {
    name: "changeDepartmentCodesAction",
    action: admin.changeDepartmentCodesAction,
    fields: async () => ({ slug: "culture", divisionCode: "320600", creditCode: "" }),
  },
  {
    name: "closeDepartmentAction",
    action: admin.closeDepartmentAction,
    fields: async () => ({ slug: "culture", mergedInto: "" }),
  },
  {
    name: "changeRulesAction",
    action: rules.changeRulesAction,
    fields: async () => ({ ...BOUNDS, "slips.behind.colour": "red", version: await getRulesVersion(db) }),
  },
  {
    name: "changeSiteSettingsAction",
    action: admin.changeSiteSettingsAction,
    fields: async () => ({ showsNames: "yes" }),
  },
  {
    name: "changeReminderTextsAction",
    action: reminders.changeReminderTextsAction,
    fields: async () => ({ language: "en", intro: "Good morning {name},", closing: "" }),
  },
  {
    name: "changeChatBotMessageAction",
    action: reminders.changeChatBotMessageAction,
    fields: async () => ({ chatBot: "0123456789ab", departments: "transport", intro: "Good morning", closing: "" }),
  },
  {
    name: "saveOwnCalendarAction",
    action: admin.saveOwnCalendarAction,
    fields: async () => ({
      id: "",
      version: "0",
      name: "调度会",
      nameEn: "Meetings",
      "dates.0.asOf": "2023-10-31",
      "dates.0.dueOn": "2023-11-05",
    }),
  },
  {
    name: "importUsersAction",
    action: onSheet(imports.importUsersAction, "name,email,department,role\n李雷,lei@example.com,school,reporter\n"),
    fields: async () => ({}),
  },
  {
    name: "importDepartmentsAction",
    action: onSheet(imports.importDepartmentsAction, "code,name,english name\nsports,体育局,Sports\n"),
    fields: async () => ({}),
  },
  {
    name: "importWorkingDaysAction",
    action: onSheet(imports.importWorkingDaysAction, "date,kind,name\n2040-10-01,holiday,国庆节\n"),
    fields: async () => ({}),
  },
  {
    name: "removeWorkingDayAction",
    action: imports.removeWorkingDayAction,
    fields: async () => ({ day: "2040-10-01" }),
  },
  {
    name: "editMetricAction",
    action: admin.editMetricAction,
    fields: async () => {
      const metric = await db.metric.findFirstOrThrow({ where: { kind: "cumulative" } });
      const words = Object.entries({ ...metric, definition: "as counted" }).map(([name, value]) => [
        name,
        String(value),
      ]);
      return Object.fromEntries(words);
    },
  },
];

describe("administration", () => {
  it.each(ADMINISTRATION)("$name", async ({ action, fields }) => {
    const form = formOf(await fields());
    const act = async () => (await action(IDLE, form)).status;
    const wrong = EVERYBODY.filter((who) => who !== "administrator");
    expect(await refusedTo(wrong, act)).toEqual(signedOutOrForbidden(wrong));
    await actAs("administrator");
    const before = await digest();
    expect(await act()).toBe("done");
    expect(await digest()).not.toBe(before);
  });
});

describe("actions that need a secret", () => {
  it("do nothing with an invalid one", async () => {
    const token = "a".repeat(43);
    const person = { token, name: "x", email: "first@example.com", password: "correct horse battery" };
    const before = await digest();
    const gone = { status: "invalid", errors: { form: "link-gone" } };
    expect(await account.acceptInvitationAction(IDLE, formOf(person))).toMatchObject(gone);
    expect(await account.resetPasswordAction(IDLE, formOf(person))).toMatchObject(gone);
    expect(await setup.createAdministratorAction(IDLE, formOf(person))).toMatchObject(gone);
    await expect(entering.signInAsDemoAction(formOf({ userId: "nobody-yet" }))).rejects.toThrow(
      "redirect /sign-in?error=demo",
    );
    await expect(entering.signInAsDemoAction(formOf({ userId: "none" }))).rejects.toThrow(
      "redirect /sign-in?error=demo",
    );
    expect(await digest()).toBe(before);
    const guess = { email: "supervisor@demo.invalid", password: "correct horse battery" };
    await expect(entering.signInAction(formOf(guess))).rejects.toThrow("redirect /sign-in?error=wrong");
    expect(await db.session.count()).toBe(0);
  });
});

describe("users' own accounts", () => {
  it("cannot be changed by other users, or without a session", async () => {
    const at = new Date();
    const session = { userId: "demo-supervisor", token: "t", expiresAt: new Date(at.getTime() + 60_000) };
    await db.session.create({ data: { id: "theirs", ...session } });
    const before = await digest();
    for (const who of EVERYBODY.filter((one) => one !== "supervisor")) {
      await actAs(who);
      const ended = await account.endSessionAction(IDLE, formOf({ id: "theirs" }));
      expect(ended.status, who).toBe(who === "visitor" ? "signed-out" : "not-found");
      expect((await account.endOtherSessionsAction()).status, who).toBe("signed-out");
      const change = formOf({ current: "correct horse battery", password: "another horse battery" });
      expect((await account.changePasswordAction(IDLE, change)).status, who).toBe("signed-out");
      // Without a mail server the response does not reveal whether there is an account.
      for (const email of ["supervisor@demo.invalid", "nobody@example.com"]) {
        const outcome = await account.requestResetLinkAction(IDLE, formOf({ email }));
        expect(outcome, who).toMatchObject({ status: "invalid", errors: { form: "no-mail" } });
      }
    }
    expect(await digest()).toBe(before);
    await db.session.deleteMany();
  });
});

describe("users' own settings", () => {
  it("need an account", async () => {
    const form = formOf({ email: "on", language: "en", userId: "demo-supervisor" });
    const before = await digest();
    expect((await settings.saveReminderChoiceAction(IDLE, form)).status).toBe("signed-out");
    expect(await settings.createCalendarTokenAction()).toBeNull();
    await settings.dismissTourAction(formOf({ tour: "my" }));
    expect(await digest()).toBe(before);
    await actAs("reader");
    expect((await settings.saveReminderChoiceAction(IDLE, form)).status).toBe("done");
    expect(await settings.createCalendarTokenAction()).toMatch(/^http:\/\/localhost:3000\/calendar\/[\w-]{43}\.ics$/);
    expect((await db.reminderPreference.findMany()).map(({ userId }) => userId)).toEqual(["demo-reader"]);
    const asRead = await digest();
    await settings.dismissTourAction(formOf({ tour: "none" }));
    expect(await digest()).toBe(asRead);
    await settings.dismissTourAction(formOf({ tour: "my" }));
    expect((await db.dismissedTour.findMany()).map(({ userId, desk }) => [userId, desk])).toEqual([
      ["demo-reader", "my"],
    ]);
  });
});

describe("delegations", () => {
  const refused = (whom: readonly Who[], status = "forbidden") =>
    Object.fromEntries(whom.map((who) => [who, who === "visitor" ? "signed-out" : status]));

  it("delegateAction is for the absent person and administrators", async () => {
    const { id } = await db.membership.findFirstOrThrow({ where: { userId: "demo-transport-reporter" } });
    const days = { startsOn: "2023-10-02", endsOn: "2023-10-06" };
    const form = formOf({ membershipIds: id, delegateId: "demo-science-reporter", ...days });
    const act = async () => (await delegations.delegateAction(IDLE, form)).status;
    const wrong = EVERYBODY.filter((who) => who !== "reporter" && who !== "administrator");
    expect(await refusedTo(wrong, act)).toEqual(refused(wrong));
    await actAs("reporter");
    expect(await act()).toBe("done");
    await db.delegation.deleteMany();
    await actAs("administrator");
    expect(await act()).toBe("done");
  });

  it("endDelegationAction is for both people and administrators", async () => {
    const { id } = await db.delegation.findFirstOrThrow();
    const act = async () => (await delegations.endDelegationAction(IDLE, formOf({ delegationId: id }))).status;
    const right: readonly Who[] = ["reporter", "reporter elsewhere", "administrator"];
    const wrong = EVERYBODY.filter((who) => !right.includes(who));
    expect(await refusedTo(wrong, act)).toEqual(refused(wrong));
    for (const who of right) {
      await actAs(who);
      expect(await act(), who).toBe("done");
      await db.delegation.updateMany({ data: { endedAt: null } });
    }
    await db.delegation.deleteMany();
  });
});

describe("users' own lists", () => {
  it("need an account", async () => {
    const form = formOf({ name: "mine", query: "light=behind", userId: "demo-supervisor" });
    const star = formOf({ star: "NT-T02" });
    await actAs("visitor");
    const before = await digest();
    expect((await savedViews.createSavedViewAction(IDLE, form)).status).toBe("signed-out");
    await savedViews.starTargetAction(star);
    expect(await digest()).toBe(before);
    await actAs("reader");
    expect((await savedViews.createSavedViewAction(IDLE, form)).status).toBe("done");
    await savedViews.starTargetAction(star);
    expect((await db.starredTarget.findMany()).map(({ userId }) => userId)).toEqual(["demo-reader"]);
    const { id, userId } = await db.savedView.findFirstOrThrow();
    expect(userId).toBe("demo-reader");
    await actAs("supervisor");
    const theirs = await digest();
    expect((await savedViews.renameSavedViewAction(IDLE, formOf({ id, name: "yours" }))).status).toBe("not-found");
    expect((await savedViews.deleteSavedViewAction(IDLE, formOf({ id }))).status).toBe("not-found");
    await savedViews.starTargetAction(formOf({ unstar: "NT-T02" }));
    expect(await digest()).toBe(theirs);
    await actAs("reader");
    expect((await savedViews.renameSavedViewAction(IDLE, formOf({ id, name: "yours" }))).status).toBe("done");
    expect((await savedViews.deleteSavedViewAction(IDLE, formOf({ id }))).status).toBe("done");
    await savedViews.starTargetAction(formOf({ unstar: "NT-T02" }));
    expect(await db.starredTarget.count()).toBe(0);
  });
});

/** Read and write cookies of the own browser, or end the own session. */
const OPEN = [
  "changeLanguageAction",
  "changeThemeAction",
  "changeDensityAction",
  "changeShortcutsAction",
  "changeDayAction",
  "signOutAction",
];

it("every server action has a test above", () => {
  const folder = new URL(".", import.meta.url);
  const sources = readdirSync(folder).filter((file) => /^[a-z-]+\.ts$/.test(file));
  const texts = sources.map((file) => readFileSync(new URL(file, folder), "utf8"));
  const actions = texts
    .filter((text) => text.startsWith('"use server"'))
    .flatMap((text) => [...text.matchAll(/^export async function (\w+)/gm)].map((match) => match[1] ?? ""));
  const named = [...CASES, ...ADMINISTRATION].map(({ name }) => name.split(" ")[0] ?? "");
  const others = [
    "createLabelAction",
    "discardDraftAction",
    "delegateAction",
    "endDelegationAction",
    // lib/server/sandbox: open to visitors of the demo.
    "readSandboxTableAction",
    "editLabelAction",
    "mergeLabelAction",
    "retireLabelAction",
    "previewPromiseAction",
    "previewReportAction",
    "previewRulesAction",
    "acceptInvitationAction",
    "createAdministratorAction",
    "signInAction",
    "signInAsDemoAction",
  ];
  const written = [
    "createTargetAction",
    "importTasksAction",
    "importValuesAction",
    "editTargetAction",
    "carryOverTargetAction",
  ];
  const ofDocuments = [
    "createSourceAction",
    "changeSourceVisibilityAction",
    "acceptCompleteAction",
    "addProposalAction",
    "moveProposalAction",
    "correctProposalAction",
    "draftTargetsAction",
  ];
  const ofBulletins = [
    "createBulletinAction",
    "editBulletinTextAction",
    "transitionBulletinAction",
    "sendBulletinAction",
    "saveTemplateAction",
    "requestFileAction",
    "cancelFileAction",
  ];
  const ofAccounts = [
    "resetPasswordAction",
    "requestResetLinkAction",
    "changePasswordAction",
    "endSessionAction",
    "endOtherSessionsAction",
  ];
  const ofLists = ["createSavedViewAction", "renameSavedViewAction", "deleteSavedViewAction", "starTargetAction"];
  const own = ["saveReminderChoiceAction", "createCalendarTokenAction", "dismissTourAction", ...ofAccounts, ...ofLists];
  const tested = new Set([...named, ...others, ...written, ...ofDocuments, ...ofBulletins, ...own, ...OPEN]);
  expect(actions.length).toBeGreaterThan(25);
  expect(actions.toSorted()).toEqual([...tested].sort());
});
