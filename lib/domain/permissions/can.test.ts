import { describe, expect, test } from "vitest";
import { type Actor, type SignedIn, VISITOR } from "@/lib/domain/permissions/actor";
import { ACTIONS, type Action, can, type Scope } from "@/lib/domain/permissions/can";
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

function aScope(state: TargetState, update?: Scope["update"], visibility: "public" | "internal" = "internal"): Scope {
  return { target: { ownerId: OWNER, visibility, state }, update };
}

function allowed(action: Action, scope: Scope | null): Who[] {
  return (Object.keys(ACTORS) as Who[]).filter((who) => can(ACTORS[who], action, scope));
}

const EVERYBODY = Object.keys(ACTORS) as Who[];
const SEE_UNAPPROVED: Who[] = ["supervisor", "administrator", "reporter", "reviewer"];

/** Who may, on an open target, with no update yet. */
const WITHOUT_UPDATE: Record<Action, Who[]> = {
  "target.read": ["reader", ...SEE_UNAPPROVED],
  "update.read-unapproved": SEE_UNAPPROVED,
  "update.draft": ["reporter"],
  "update.submit": ["reporter"],
  "update.discard": [],
  "update.approve": [],
  "update.return": [],
  "event.read": ["supervisor", "administrator"],
};

/** Who may, on an open target, with an update in the state, by whose it is. */
const WITH_UPDATE: Partial<Record<Action, Partial<Record<UpdateState, { own: Who[]; others: Who[] }>>>> = {
  "update.draft": { draft: { own: ["reporter"], others: [] } },
  "update.submit": { draft: { own: ["reporter"], others: [] } },
  "update.discard": { draft: { own: ["reporter"], others: [] } },
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
          const scope = aScope("issued", { authorId: whose === "own" ? "me" : "somebody", state });
          const needsState = action.startsWith("update.") && action !== "update.read-unapproved";
          const expected = needsState ? (WITH_UPDATE[action]?.[state]?.[whose] ?? []) : WITHOUT_UPDATE[action];
          expect(allowed(action, scope)).toEqual(expected);
        });
      }
    }
  }
});

test.each(TARGET_STATES)("a %s target takes progress only while it is in force", (state) => {
  const open = state === "issued" || state === "received";
  const draft = aScope(state, { authorId: "me", state: "draft" });
  const submitted = aScope(state, { authorId: "somebody", state: "submitted" });
  expect(allowed("update.draft", aScope(state))).toEqual(open ? ["reporter"] : []);
  expect(allowed("update.submit", draft)).toEqual(open ? ["reporter"] : []);
  expect(allowed("update.approve", submitted)).toEqual(open ? ["reviewer"] : []);
  expect(allowed("update.return", submitted)).toEqual(["reviewer"]);
  expect(allowed("update.discard", draft)).toEqual(["reporter"]);
});

test.each(TARGET_STATES)("a public %s target is read by everybody, its unapproved reports are not", (state) => {
  expect(allowed("target.read", aScope(state, undefined, "public"))).toEqual(EVERYBODY);
  expect(allowed("update.read-unapproved", aScope(state, undefined, "public"))).toEqual(SEE_UNAPPROVED);
});

test("who is both reporter and reviewer decides on others' reports only", () => {
  const both = aUser({ memberships: [...aMember("reporter").memberships, ...aMember("reviewer").memberships] });
  expect(can(both, "update.approve", aScope("issued", { authorId: "me", state: "submitted" }))).toBe(false);
  expect(can(both, "update.approve", aScope("issued", { authorId: "somebody", state: "submitted" }))).toBe(true);
});

test("an action on a target is refused without one", () => {
  for (const action of ACTIONS) {
    expect(allowed(action, null)).toEqual(action === "event.read" ? ["supervisor", "administrator"] : []);
  }
});
