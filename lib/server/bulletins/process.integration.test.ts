// How a bulletin comes about: different people, mails of a published bulletin, automatic drafts.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BulletinTemplate } from "@/lib/bulletins/template";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { bulletinTemplateSchema } from "@/lib/schemas/bulletin";
import { db } from "@/lib/server/db/client";
import { openWorkerQueue } from "@/lib/server/jobs/queue";
import { aBulletin, loadYearAndPeople, read } from "@/testing/bulletins";
import { startMailServer, type TestMailServer } from "@/testing/mail-server";
import { as, done } from "@/testing/people";
import { draftBulletins } from "./automatic-drafts";
import { fileStamp } from "./files";
import { generateFile } from "./generate-file";
import { listMails, sendBulletin } from "./mails";
import { editBulletinText, transitionBulletin } from "./mutations";
import { sendBulletinMail, workOnBulletinMails } from "./send-mail";
import { saveTemplate } from "./templates";

const DRAFTER = "demo-supervisor";
const OTHER = "second";
const THIRD = "third";
let mailServer: TestMailServer;

beforeAll(async () => {
  await loadYearAndPeople();
  for (const id of [OTHER, THIRD]) {
    await db.user.create({ data: { id, name: id, email: `${id}@example.gov.cn`, officeRole: "supervisor" } });
  }
  mailServer = await startMailServer();
}, 120_000);

afterAll(() => mailServer.close());

async function setTemplate(changes: Partial<BulletinTemplate>, who = DRAFTER): Promise<void> {
  const { body } = await db.bulletinTemplate.findUniqueOrThrow({ where: { key: "monthly" } });
  const template = { ...bulletinTemplateSchema.parse(body), ...changes };
  done(await saveTemplate({ key: "monthly", office: null, isNew: false, body: template }, await as(who)));
}

async function step(id: string, name: "check" | "sign" | "publish", who: string) {
  const { version } = await read(id);
  return transitionBulletin({ id, version, step: name }, await as(who));
}

const refused = (form: string) => ({ ok: false, error: { kind: "invalid", errors: { form } } });

describe("drafting, checking and signing by different people", () => {
  test("is only a warning by default", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    expect((await read(id)).problems).toEqual({ check: ["own-draft"], sign: ["own-draft", "not-checked"] });
    done(await step(id, "sign", DRAFTER));
  });

  test("is enforced where the template says so; a change of the text needs another check", async () => {
    await setTemplate({ separation: "enforced" });
    const { id } = await aBulletin({ departments: ["commerce"] });
    expect(await step(id, "check", DRAFTER)).toEqual(refused("own-draft"));
    expect(await step(id, "sign", OTHER)).toEqual(refused("not-checked"));
    done(await step(id, "check", OTHER));
    expect((await read(id)).checker).not.toBeNull();
    expect(await step(id, "sign", OTHER)).toEqual(refused("own-check"));
    expect(await step(id, "sign", DRAFTER)).toEqual(refused("own-draft"));
    const text = {
      id,
      version: (await read(id)).version,
      lang: "zh-CN",
      key: "closing",
      text: "请各部门落实。",
    } as const;
    done(await editBulletinText(text, await as(DRAFTER)));
    expect((await read(id)).checker).toBeNull();
    done(await step(id, "check", OTHER));
    done(await step(id, "sign", THIRD));
    await setTemplate({ separation: "off" });
  });
});

describe("mails", () => {
  async function published(mailTo: readonly string[]): Promise<string> {
    await setTemplate({ mailTo, charts: "none", mailLanguage: "en" });
    const { id } = await aBulletin({ departments: ["commerce"] });
    done(await step(id, "sign", DRAFTER));
    done(await step(id, "publish", DRAFTER));
    return id;
  }

  async function makePdf(id: string): Promise<void> {
    const stamp = fileStamp(await read(id));
    const file = await db.bulletinFile.findFirstOrThrow({
      where: { bulletinId: id, format: "pdf", lang: "en", stamp },
    });
    await generateFile(file.id);
  }

  test("are sent to the template's recipients with the PDF, through the queue, once it is generated", async () => {
    mailServer.mails.length = 0;
    const id = await published(["mayor@example.gov.cn", "office@example.gov.cn"]);
    expect((await listMails(id)).map(({ address, state }) => [address, state])).toEqual([
      ["mayor@example.gov.cn", "queued"],
      ["office@example.gov.cn", "queued"],
    ]);
    const [first] = await listMails(id);
    await expect(sendBulletinMail(first?.id ?? "", mailServer.sender, false)).rejects.toThrow("not ready");
    await makePdf(id);
    const queue = await openWorkerQueue(process.env.DATABASE_URL ?? "");
    try {
      await workOnBulletinMails(queue, mailServer.sender);
      await expect.poll(() => mailServer.mails.length, { timeout: 30_000 }).toBe(2);
      await expect.poll(async () => (await listMails(id)).map(({ state }) => state)).toEqual(["sent", "sent"]);
    } finally {
      await queue.stop({ graceful: false });
    }
    const { text } = mailServer.mails[0] ?? { text: "" };
    expect(text).toContain("Content-Type: application/pdf");
    expect(text.replace(/=\r\n/g, "")).toContain(`https://guatu.example/bulletins/${id}`);
  }, 120_000);

  test("that the server rejects are retried, then failed with its answer, and can be sent again", async () => {
    const id = await published(["full@example.gov.cn"]);
    await makePdf(id);
    const [mail] = await listMails(id);
    mailServer.rejects = true;
    await expect(sendBulletinMail(mail?.id ?? "", mailServer.sender, false)).rejects.toThrow("mailbox full");
    expect((await listMails(id))[0]).toMatchObject({ state: "queued", failure: "rejected", attempts: 1 });
    await sendBulletinMail(mail?.id ?? "", mailServer.sender, true);
    expect((await listMails(id))[0]).toMatchObject({
      state: "failed",
      failure: "rejected",
      attempts: 2,
      detail: expect.stringContaining("mailbox full"),
    });
    mailServer.rejects = false;
    const [again = ""] = done(await sendBulletin({ id, to: ["full@example.gov.cn"] }, await as(OTHER)));
    await sendBulletinMail(again, mailServer.sender, false);
    expect((await listMails(id)).map(({ state }) => state)).toEqual(["sent", "failed"]);
    // A job that runs twice sends nothing twice.
    const count = mailServer.mails.length;
    await sendBulletinMail(again, mailServer.sender, false);
    expect(mailServer.mails).toHaveLength(count);
  }, 120_000);

  test("state that no server is configured", async () => {
    const id = await published(["nobody@example.gov.cn"]);
    const [mail] = await listMails(id);
    await sendBulletinMail(mail?.id ?? "", null, false);
    expect((await listMails(id))[0]).toMatchObject({ state: "failed", failure: "no-server" });
    await setTemplate({ mailTo: [] });
  }, 120_000);

  test("are refused for a draft and for people who cannot write bulletins", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const to = ["a@example.gov.cn"];
    expect(await sendBulletin({ id, to }, await as(DRAFTER))).toEqual({ ok: false, error: { kind: "forbidden" } });
    expect((await sendBulletin({ id, to }, await as("demo-commerce-reporter"))).ok).toBe(false);
    expect(await listMails(id)).toEqual([]);
  });
});

describe("automatic drafts", () => {
  const monthly = async (today: string) => (await draftBulletins(isoDate(today))).monthly;

  test("are off by default", async () => {
    expect(await monthly("2023-08-31")).toBe("not-yet");
  });

  test("are made on the n-th working day, once, also with two workers; holidays do not count", async () => {
    await setTemplate({ draftOn: 3 });
    // 29 September to 6 October 2023 is a holiday; 7 and 8 October are worked, so that the third working day is the 9th.
    expect(await monthly("2023-10-08")).toBe("not-yet");
    const both = await Promise.all([monthly("2023-10-09"), monthly("2023-10-09")]);
    expect(both.toSorted()).toEqual(["already-there", "drafted"]);
    expect(await monthly("2023-10-10")).toBe("already-there");
    const drafts = await db.bulletin.findMany({ where: { month: new Date("2023-09-01") } });
    expect(drafts.map(({ state, authorId }) => [state, authorId])).toEqual([["draft", DRAFTER]]);
    expect(drafts[0]?.cutOffOn).toEqual(new Date("2023-10-08"));
  }, 120_000);

  test("are made up for later in the month, and not where a bulletin was made by hand", async () => {
    expect(await monthly("2023-08-20")).toBe("drafted");
    await aBulletin({ month: isoDate("2023-06-01"), cutOffOn: isoDate("2023-07-03") });
    expect(await monthly("2023-07-20")).toBe("already-there");
  }, 120_000);

  test("are not made in the name of somebody who may no longer write bulletins", async () => {
    await db.user.update({ where: { id: DRAFTER }, data: { officeRole: null } });
    expect(await monthly("2023-06-20")).toBe("no-access");
  });
});
