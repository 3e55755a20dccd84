import { describe, expect, test } from "vitest";
import { INSTRUCTION_STATES } from "@/lib/domain/instructions/workflow";
import { type Actor, type SignedIn, VISITOR } from "@/lib/domain/permissions/actor";
import type { ReportScope } from "@/lib/domain/permissions/authorship";
import { ACTIONS, type Action, can, canReadBulletin, canReadEvidence, type Scope } from "@/lib/domain/permissions/can";
import { REQUEST_STATES } from "@/lib/domain/requests/workflow";
import { TARGET_STATES, type TargetState } from "@/lib/domain/targets/types";
import { UPDATE_STATES, type UpdateState } from "@/lib/domain/updates/types";

const OWNER = "department-1";

function aUser(change: Partial<SignedIn>): SignedIn {
  return { kind: "user", userId: "me", name: "me", officeRole: null, memberships: [], ...change };
}

function aMember(role: "reporter" | "reviewer", departmentId = OWNER): SignedIn {
  return aUser({ memberships: [{ departmentId, departmentSlug: departmentId, role }] });
}

const ACTORS = {
  visitor: VISITOR,
  "signed in": aUser({}),
  reader: aUser({ officeRole: "reader" }),
  supervisor: aUser({ officeRole: "supervisor" }),
  administrator: aUser({ officeRole: "administrator" }),
  reporter: aMember("reporter"),
  reviewer: aMember("reviewer"),
  "reporter elsewhere": aMember("reporter", "department-2"),
  "reviewer elsewhere": aMember("reviewer", "department-2"),
} satisfies Record<string, Actor>;
type Who = keyof typeof ACTORS;

type Report = Pick<ReportScope, "authorId" | "state"> & Partial<ReportScope>;

function aScope(state: TargetState, report?: Report, visibility: "public" | "internal" = "internal"): Scope {
  const update = report && { onBehalfOfId: null, ...report };
  return { target: { ownerId: OWNER, visibility, state, isIssued: state !== "draft" }, update };
}

function allowed(action: Action, scope: Scope | null): Who[] {
  return (Object.keys(ACTORS) as Who[]).filter((who) => can(ACTORS[who], action, scope));
}

const EVERYBODY = Object.keys(ACTORS) as Who[];
const SEE_UNAPPROVED: Who[] = ["supervisor", "administrator", "reporter", "reviewer"];

/** Who is permitted, on an open target, without an update. */
const WITHOUT_UPDATE: Record<Action, Who[]> = {
  "target.read": ["reader", ...SEE_UNAPPROVED],
  "update.read-unapproved": SEE_UNAPPROVED,
  "update.draft": ["reporter"],
  "update.submit": ["reporter"],
  "update.discard": [],
  "update.approve": [],
  "update.return": [],
  "update.withdraw": [],
  "update.undo": [],
  "target.create": ["supervisor"],
  "target.issue": [],
  "target.receive": [],
  "evidence.change-visibility": ["supervisor", "reviewer"],
  "target.close": ["supervisor"],
  "target.reopen": [],
  "target.withdraw": ["supervisor"],
  "target.revise": ["supervisor"],
  "target.change-visibility": ["supervisor"],
  "target.label": ["supervisor"],
  "request.create": ["reporter", "reviewer"],
  "request.approve": [],
  "request.refuse": [],
  "request.cancel": [],
  "instruction.read": SEE_UNAPPROVED,
  "instruction.send": ["supervisor"],
  "instruction.reply": [],
  "instruction.judge": [],
  "instruction.withdraw": [],
  "comment.read": SEE_UNAPPROVED,
  "comment.write": ["supervisor", "reporter", "reviewer"],
  "supervision.read": ["supervisor", "administrator"],
  "supervision.decide": ["supervisor"],
  "bulletin.read": ["reader", "supervisor", "administrator"],
  "bulletin.write": ["supervisor"],
  "event.read": ["supervisor", "administrator"],
  "label.write": ["supervisor", "administrator"],
  administration: ["administrator"],
};

/** Who is permitted, on an open target, with an update in this state, by its author. */
const WITH_UPDATE: Partial<Record<Action, Partial<Record<UpdateState, { own: Who[]; others: Who[] }>>>> = {
  "update.draft": { draft: { own: ["reporter"], others: [] } },
  "update.submit": { draft: { own: ["reporter"], others: [] } },
  "update.discard": { draft: { own: ["reporter"], others: [] } },
  "update.withdraw": { submitted: { own: ["reporter"], others: [] } },
  "update.undo": { approved: { own: [], others: ["reviewer"] }, returned: { own: [], others: ["reviewer"] } },
  "update.approve": { submitted: { own: [], others: ["reviewer"] } },
  "update.return": { submitted: { own: [], others: ["reviewer"] } },
};

describe("every role, action and state", () => {
  for (const action of ACTIONS) {
    test(`${action} without an update`, () => {
      expect(allowed(action, aScope("received"))).toEqual(WITHOUT_UPDATE[action]);
    });

    for (const state of UPDATE_STATES) {
      for (const whose of ["own", "others"] as const) {
        test(`${action} on ${whose} ${state} update`, () => {
          const scope = aScope("received", { authorId: whose === "own" ? "me" : "somebody", state });
          const needsState = action.startsWith("update.") && action !== "update.read-unapproved";
          const expected = needsState ? (WITH_UPDATE[action]?.[state]?.[whose] ?? []) : WITHOUT_UPDATE[action];
          expect(allowed(action, scope)).toEqual(expected);
        });
      }
    }
  }
});

test.each(TARGET_STATES)("a %s target accepts progress only from its receipt until it ends", (state) => {
  const open = state === "received";
  const draft = aScope(state, { authorId: "me", state: "draft" });
  const submitted = aScope(state, { authorId: "somebody", state: "submitted" });
  expect(allowed("update.draft", aScope(state))).toEqual(open ? ["reporter"] : []);
  expect(allowed("update.submit", draft)).toEqual(open ? ["reporter"] : []);
  expect(allowed("update.approve", submitted)).toEqual(open ? ["reviewer"] : []);
  expect(allowed("update.return", submitted)).toEqual(["reviewer"]);
  expect(allowed("update.discard", draft)).toEqual(["reporter"]);
});

test.each(TARGET_STATES)(
  "a public %s target is read by everybody once issued, its unapproved reports are not",
  (state) => {
    const readers = state === "draft" ? SEE_UNAPPROVED : EVERYBODY;
    expect(allowed("target.read", aScope(state, undefined, "public"))).toEqual(readers);
    expect(allowed("update.read-unapproved", aScope(state, undefined, "public"))).toEqual(SEE_UNAPPROVED);
  },
);

test.each(["public", "internal"] as const)(
  "only the owner and the office see a %s target that was never issued",
  (how) => {
    const helper = aMember("reporter", "department-2");
    for (const state of ["draft", "withdrawn"] as const) {
      const target = { ...aScope(state, undefined, how).target, isIssued: false, supporting: ["department-2"] };
      expect(allowed("target.read", { target })).toEqual(SEE_UNAPPROVED.filter((who) => !who.endsWith("elsewhere")));
      expect(ACTIONS.filter((action) => can(helper, action, { target }))).toEqual([]);
      expect(ACTIONS.filter((action) => can(ACTORS.reader, action, { target }))).toEqual(["bulletin.read"]);
    }
  },
);

test("a user who is reporter and reviewer of one department cannot approve or return its reports", () => {
  const both = aUser({ memberships: [...aMember("reporter").memberships, ...aMember("reviewer").memberships] });
  for (const authorId of ["me", "somebody"]) {
    const submitted = aScope("received", { authorId, state: "submitted" });
    expect([can(both, "update.approve", submitted), can(both, "update.return", submitted)]).toEqual([false, false]);
  }
  expect(can(both, "update.submit", aScope("received", { authorId: "me", state: "draft" }))).toBe(true);
  const reviewerElsewhere = aUser({
    memberships: [...aMember("reporter", "department-2").memberships, ...aMember("reviewer").memberships],
  });
  const submitted = aScope("received", { authorId: "somebody", state: "submitted" });
  expect(can(reviewerElsewhere, "update.approve", submitted)).toBe(true);
});

describe("a delegate", () => {
  const standIn = (role: "reporter" | "reviewer", absentId = "absent"): SignedIn =>
    aUser({
      memberships: [
        ...aMember("reporter", "department-2").memberships,
        {
          departmentId: OWNER,
          departmentSlug: OWNER,
          role,
          onBehalfOf: { userId: absentId, name: absentId },
        },
      ],
    });
  const may = (who: SignedIn, action: Action, report?: Report) => can(who, action, aScope("received", report));

  test("may do what the role of the absent person permits in that department, and nothing else", () => {
    for (const role of ["reporter", "reviewer"] as const) {
      const [delegate, member] = [standIn(role), aMember(role)];
      for (const action of ACTIONS) expect(may(delegate, action), action).toBe(may(member, action));
    }
  });

  test("continues the drafts of the absent person, and the absent person those of the delegate", () => {
    const draft = { authorId: "absent", state: "draft" as const };
    expect(may(standIn("reporter"), "update.submit", draft)).toBe(true);
    expect(may(standIn("reporter", "another"), "update.submit", draft)).toBe(false);
    const begun = { authorId: "delegate", onBehalfOfId: "me", state: "draft" as const };
    expect(may(aMember("reporter"), "update.submit", begun)).toBe(true);
    expect(may(aMember("reporter"), "update.submit", { ...begun, onBehalfOfId: "absent" })).toBe(false);
  });

  test("does not approve what they, or the absent person, have reported or had reported", () => {
    const submitted = { authorId: "somebody", state: "submitted" as const };
    const reviewer = standIn("reviewer");
    expect(may(reviewer, "update.approve", submitted)).toBe(true);
    for (const report of [
      { ...submitted, authorId: "me" },
      { ...submitted, authorId: "absent" },
      { ...submitted, onBehalfOfId: "me" },
      { ...submitted, onBehalfOfId: "absent" },
    ]) {
      expect([may(reviewer, "update.approve", report), may(reviewer, "update.return", report)]).toEqual([false, false]);
    }
  });

  test("who reported for an absent person leaves that person unable to approve the report", () => {
    const report = { authorId: "delegate", onBehalfOfId: "me", state: "submitted" as const };
    expect(may(aMember("reviewer"), "update.approve", report)).toBe(false);
    expect(may(aMember("reviewer"), "update.approve", { ...report, onBehalfOfId: "absent" })).toBe(true);
  });
});

test("an action on a target is denied without a scope", () => {
  for (const action of ACTIONS) {
    const concernsNone = [
      "target.create",
      "event.read",
      "supervision.read",
      "supervision.decide",
      "bulletin.read",
      "bulletin.write",
      "administration",
      "label.write",
    ].includes(action);
    expect(allowed(action, null)).toEqual(concernsNone ? WITHOUT_UPDATE[action] : []);
  }
});

/** The states in which each step of a target's life is permitted, and to whom. */
const STEPS_OF_A_LIFE: [Action, TargetState[], Who[]][] = [
  ["target.issue", ["draft"], ["supervisor"]],
  ["target.receive", ["issued"], ["reporter", "reviewer"]],
  ["target.close", ["received"], ["supervisor"]],
  ["target.reopen", ["closed"], ["supervisor"]],
  ["target.withdraw", ["draft", "issued", "received"], ["supervisor"]],
  ["target.revise", ["draft", "issued", "received"], ["supervisor"]],
  ["target.change-visibility", [...TARGET_STATES], ["supervisor"]],
  ["request.create", ["received"], ["reporter", "reviewer"]],
  ["instruction.send", ["issued", "received"], ["supervisor"]],
];
test.each(STEPS_OF_A_LIFE)("%s is open in %s to %s", (action, states, who) => {
  for (const state of TARGET_STATES) {
    for (const visibility of ["public", "internal"] as const) {
      expect(allowed(action, aScope(state, undefined, visibility))).toEqual(states.includes(state) ? who : []);
    }
  }
});

test("a pending request is decided by a supervisor or cancelled by its author, once", () => {
  for (const state of REQUEST_STATES) {
    for (const requesterId of ["me", "somebody"]) {
      const scope: Scope = { ...aScope("received"), request: { requesterId, state } };
      const [pending, own] = [state === "pending", requesterId === "me"];
      expect(allowed("request.approve", scope)).toEqual(pending && !own ? ["supervisor"] : []);
      expect(allowed("request.refuse", scope)).toEqual(pending && !own ? ["supervisor"] : []);
      expect(allowed("request.cancel", scope)).toEqual(pending && own ? ["reporter", "reviewer"] : []);
      const ended: Scope = { ...scope, ...aScope("withdrawn") };
      expect(allowed("request.approve", ended)).toEqual([]);
    }
  }
});

test("an instruction is answered by the owner and judged by a supervisor", () => {
  for (const state of INSTRUCTION_STATES) {
    const scope: Scope = { ...aScope("received"), instruction: { state } };
    expect(allowed("instruction.reply", scope)).toEqual(state === "sent" ? ["reporter", "reviewer"] : []);
    expect(allowed("instruction.judge", scope)).toEqual(state === "replied" ? ["supervisor"] : []);
    const open = state === "sent" || state === "replied";
    expect(allowed("instruction.withdraw", scope)).toEqual(open ? ["supervisor"] : []);
  }
});

test("a target that is rolled up from its parts accepts no reports", () => {
  const scope: Scope = { target: { ...aScope("received").target, isRolledUp: true } };
  expect([allowed("update.draft", scope), allowed("update.submit", scope)]).toEqual([[], []]);
});

describe("canReadBulletin", () => {
  const readers = (isPublished: boolean, isPublic: boolean) =>
    (Object.keys(ACTORS) as Who[]).filter((who) => canReadBulletin(ACTORS[who], { isPublished, isPublic }));

  test("a published bulletin about public targets is open to everyone", () => {
    expect(readers(true, true)).toEqual(EVERYBODY);
  });
  test("a published bulletin with internal targets is open to the office's readers", () => {
    expect(readers(true, false)).toEqual(["reader", "supervisor", "administrator"]);
  });
  test.each([true, false])(
    "an unpublished bulletin is open to supervisors and administrators (public: %s)",
    (isPublic) => {
      expect(readers(false, isPublic)).toEqual(["supervisor", "administrator"]);
    },
  );
});

test("a supporting department reads and comments but does not report", () => {
  const helper = aMember("reporter", "department-2");
  const scope: Scope = {
    target: { ownerId: OWNER, visibility: "public", state: "received", isIssued: true, supporting: ["department-2"] },
  };
  const actions = ACTIONS.filter((action) => can(helper, action, scope));
  expect(actions).toEqual(["target.read", "comment.read", "comment.write"]);
  expect(can(helper, "comment.write", { target: { ...scope.target, state: "closed" } })).toBe(false);
});

test("an internal file of a public target is closed to visitors and to people outside its office", () => {
  const readers = (target: "public" | "internal", file: "public" | "internal") =>
    (Object.keys(ACTORS) as Who[]).filter((who) =>
      canReadEvidence(ACTORS[who], aScope("received", undefined, target), file),
    );
  const inside: Who[] = ["reader", "supervisor", "administrator", "reporter", "reviewer"];
  expect(readers("public", "public")).toEqual(EVERYBODY);
  expect(readers("public", "internal")).toEqual(inside);
  expect(readers("internal", "public")).toEqual(inside);
  expect(readers("internal", "internal")).toEqual(inside);
});
