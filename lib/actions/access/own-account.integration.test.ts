// What users change of their own, and what needs a secret link.
import "@/testing/action-mocks";
import { describe, expect, it } from "vitest";
import * as account from "@/lib/actions/account";
import { IDLE } from "@/lib/actions/action-state";
import * as entering from "@/lib/actions/auth";
import * as savedViews from "@/lib/actions/saved-views";
import * as settings from "@/lib/actions/settings";
import * as setup from "@/lib/actions/setup";
import { db } from "@/lib/server/db/client";
import { actAs, digest, EVERYBODY, formOf, prepareAccessTests } from "@/testing/action-access";

prepareAccessTests();

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
