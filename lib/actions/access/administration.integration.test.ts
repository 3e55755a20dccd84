// Who may call the actions of the administration.
import "@/testing/action-mocks";
import { describe, expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as admin from "@/lib/actions/admin";
import * as imports from "@/lib/actions/imports";
import * as invitations from "@/lib/actions/invitations";
import * as reminders from "@/lib/actions/reminders";
import * as rules from "@/lib/actions/rules";
import { getHandOver } from "@/lib/server/admin/hand-over";
import { db } from "@/lib/server/db/client";
import { getRulesVersion } from "@/lib/server/rule-sets/data";
import {
  actAs,
  digest,
  EVERYBODY,
  type FormAction,
  formOf,
  onSheet,
  prepareAccessTests,
  refusedTo,
  signedOutOrForbidden,
} from "@/testing/action-access";
import { as } from "@/testing/people";

prepareAccessTests();

const BOUNDS = { aheadFrom: "9", onTrackWithin: "0", behindWithin: "9" };

it("previewRulesAction compares lights for administrators only", async () => {
  const act = async () => ((await rules.previewRulesAction(BOUNDS)) === null ? "nothing" : "the changes");
  const expected = EVERYBODY.map((who) => [who, who === "administrator" ? "the changes" : "nothing"]);
  expect(await refusedTo(EVERYBODY, act)).toEqual(Object.fromEntries(expected));
});

interface Administration {
  readonly action: FormAction;
  readonly name: string;
  readonly fields: () => Promise<Readonly<Record<string, string>>>;
}

const invite: FormAction = (before, form) => admin.inviteUserAction(before, form);
const sendInvitations: FormAction = (before, form) => invitations.sendInvitationsAction(before, form);
const sendPasswordLink: FormAction = (before, form) => admin.createPasswordLinkAction(before, form);

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
      const words = Object.entries({ ...metric, unitEn: "projects", definition: "as counted" }).map(([name, value]) => [
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
