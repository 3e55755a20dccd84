import { describe, expect, it } from "vitest";
import { type Actor, type OfficeRole, VISITOR } from "@/lib/domain/permissions/actor";
import { canUsePreset, canWritePreset } from "./presets";

function anOfficer(officeRole: OfficeRole | null): Actor {
  return { kind: "user", userId: "me", name: "me", officeRole, memberships: [] };
}

function aMember(departmentId: string): Actor {
  const membership = { departmentId, departmentSlug: departmentId, role: "reporter" } as const;
  return { kind: "user", userId: "me", name: "me", officeRole: null, memberships: [membership] };
}

const ACTORS = {
  visitor: VISITOR,
  "signed in": anOfficer(null),
  reader: anOfficer("reader"),
  supervisor: anOfficer("supervisor"),
  administrator: anOfficer("administrator"),
  member: aMember("transport"),
  "member elsewhere": aMember("science"),
} satisfies Record<string, Actor>;

const allowed = (may: (actor: Actor) => boolean) =>
  Object.entries(ACTORS).flatMap(([name, actor]) => (may(actor) ? [name] : []));

const OF_DEPARTMENT = { departmentId: "transport", isShared: false };
const OF_OFFICE = { departmentId: null, isShared: false };

describe("presets", () => {
  it("of a department are used and changed by its members only", () => {
    expect(allowed((actor) => canUsePreset(actor, OF_DEPARTMENT))).toEqual(["member"]);
    expect(allowed((actor) => canWritePreset(actor, OF_DEPARTMENT))).toEqual(["member"]);
  });

  it("of the supervision office are changed by supervisors, and used by everyone signed in once they are shared", () => {
    expect(allowed((actor) => canWritePreset(actor, OF_OFFICE))).toEqual(["supervisor"]);
    expect(allowed((actor) => canUsePreset(actor, OF_OFFICE))).toEqual(["reader", "supervisor", "administrator"]);
    const everyone = Object.keys(ACTORS).filter((name) => name !== "visitor");
    expect(allowed((actor) => canUsePreset(actor, { ...OF_OFFICE, isShared: true }))).toEqual(everyone);
  });

  it("of a department are never shared", () => {
    expect(allowed((actor) => canUsePreset(actor, { ...OF_DEPARTMENT, isShared: true }))).toEqual(["member"]);
  });
});
