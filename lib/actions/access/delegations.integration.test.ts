// Who may call the actions of delegations.
import "@/testing/action-mocks";
import { describe, expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as delegations from "@/lib/actions/delegations";
import { db } from "@/lib/server/db/client";
import { actAs, EVERYBODY, formOf, prepareAccessTests, refusedTo, type Who } from "@/testing/action-access";

prepareAccessTests();

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
