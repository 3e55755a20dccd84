// Who may create and edit targets, labels and documents.
import "@/testing/action-mocks";
import { describe, expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as imports from "@/lib/actions/imports";
import * as labels from "@/lib/actions/labels";
import * as sources from "@/lib/actions/sources";
import * as targets from "@/lib/actions/targets";
import { db } from "@/lib/server/db/client";
import { createSource } from "@/lib/server/sources/create";
import { getSourceProposals } from "@/lib/server/sources/proposal-data";
import { acceptComplete } from "@/lib/server/sources/proposals";
import {
  actAs,
  aTarget,
  digest,
  EVERYBODY,
  formOf,
  OUTSIDE,
  onlySupervisor,
  onSheet,
  prepareAccessTests,
  refusedTo,
  signedOutOrForbidden,
  statusOf,
} from "@/testing/action-access";
import { as, done } from "@/testing/people";

prepareAccessTests();

/** A document with one complete proposal. */
async function aDocument(name: string): Promise<string> {
  const text = `市交通运输局建设${name}类公园不少于9个。`;
  const head = { title: name, publisher: "市政府办公室", publishedOn: "2023-01-10", address: "" };
  return done(await createSource({ ...head, text }, await as("demo-supervisor"))).id;
}

async function aProposal(sourceId: string): Promise<string> {
  return (await db.proposal.findFirstOrThrow({ where: { sourceId } })).id;
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
