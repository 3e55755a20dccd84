import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { db } from "@/lib/server/db/client";
import { openWorkerQueue } from "@/lib/server/jobs/queue";
import { returnUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { startMailServer, type TestMailServer } from "@/testing/mail-server";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { createCalendarToken, getCalendar } from "./calendar";
import { describeOutcome, queueMorning, workOnReminders } from "./jobs";
import { saveReminderChoice } from "./preferences";
import { listRecipients, sendDigest } from "./send";
import { changeChatBotMessage, changeReminderTexts, getReminderForm } from "./texts";
import { deliver, parseWebhooks, webhookId, webhookRequest } from "./webhooks";

const MONDAY = isoDate("2023-10-09");
let mailServer: TestMailServer;
let mails: TestMailServer["mails"];
let sender: TestMailServer["sender"];

beforeAll(async () => {
  await loadPageAndPeople();
  mailServer = await startMailServer();
  ({ mails, sender } = mailServer);
  const department = await db.department.findUniqueOrThrow({ where: { slug: "transport" } });
  const people = [
    ["clerk", "reporter"],
    ["checker", "reviewer"],
  ] as const;
  for (const [id, role] of people) {
    await db.user.create({ data: { id, name: id, email: `${id}@example.gov.cn` } });
    await db.membership.create({ data: { userId: id, departmentId: department.id, role } });
  }
});
afterAll(() => mailServer.close());

/** The readable text of a mail. */
function textOf(mail: { text: string } | undefined): string {
  const whole = mail?.text ?? "";
  const body = whole.slice(whole.indexOf("\r\n\r\n"));
  const isBase64 = /content-transfer-encoding: base64/i.test(whole);
  if (isBase64) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

describe("the daily digest", () => {
  it("lists pending tasks and is sent once per day", async () => {
    expect(await sendDigest("clerk", MONDAY, sender)).toBe("sent");
    expect(await sendDigest("clerk", MONDAY, sender)).toBe("already-sent");
    expect(mails.map((mail) => mail.to)).toEqual(["clerk@example.gov.cn"]);
    expect(textOf(mails[0])).toContain("逾期未报");
    expect(textOf(mails[0])).toContain("NT-T02 大交通完成投资");
    expect(await sendDigest("clerk", isoDate("2023-10-10"), sender)).toBe("sent");
  });

  it("is not sent without pending tasks, to users who have disabled it, or to demo accounts", async () => {
    expect(await sendDigest("checker", MONDAY, sender)).toBe("nothing-waits");
    const clerk = { ...(await as("clerk")), clock: (await as("clerk")).clock };
    await saveReminderChoice({ email: false, language: "en" }, clerk);
    expect(await sendDigest("clerk", isoDate("2023-10-11"), sender)).toBe("not-wanted");
    expect(await listRecipients()).toEqual(["checker"]);
    await saveReminderChoice({ email: true, language: "en" }, clerk);
    expect(await sendDigest("demo-transport-reporter", MONDAY, sender)).toBe("not-wanted");
  });

  it("is sent again if the server rejected it, in the user's language", async () => {
    mailServer.rejects = true;
    await expect(sendDigest("clerk", isoDate("2023-10-12"), sender)).rejects.toThrow("mailbox full");
    mailServer.rejects = false;
    expect(await sendDigest("clerk", isoDate("2023-10-12"), sender)).toBe("sent");
    expect(textOf(mails.at(-1))).toContain("Late reports");
  });

  it("links each task to the page on which it is done", async () => {
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: "50", note: "as counted" };
    const sent = done(await submitUpdate("NT-T03", input, await as("clerk", "2023-09-08")));
    expect(await sendDigest("checker", isoDate("2023-10-13"), sender)).toBe("sent");
    expect(textOf(mails.at(-1))).toContain(`https://guatu.example/review#${sent.updateId}`);
    done(await returnUpdate({ ...sent, reason: "check" }, await as("checker", "2023-09-11")));
    expect(await sendDigest("clerk", isoDate("2023-10-13"), sender)).toBe("sent");
    const text = textOf(mails.at(-1));
    expect(text).toContain("https://guatu.example/targets/NT-T02/report");
    expect(text).toContain(`https://guatu.example/targets/NT-T03/report?from=${sent.updateId}`);
  });

  it("begins and ends with the sentences of the office, until they are reset", async () => {
    const admin = await as("demo-administrator");
    const own = { language: "en" as const, intro: "Good morning {name}!", closing: "Questions: 0513-1234" };
    done(await changeReminderTexts(own, admin));
    expect(await changeReminderTexts(own, admin)).toMatchObject({ error: { errors: { form: "nothing-changed" } } });
    expect(await sendDigest("clerk", isoDate("2023-10-17"), sender)).toBe("sent");
    const text = textOf(mails.at(-1));
    expect(text).toMatch(/^\s*Good morning clerk!\s/);
    expect(text).toMatch(/Questions: 0513-1234\s+Open Guatu/);
    expect(text).not.toContain("these tasks are waiting");
    done(await changeReminderTexts({ language: "en", intro: "", closing: "" }, admin));
    expect(await sendDigest("clerk", isoDate("2023-10-18"), sender)).toBe("sent");
    expect(textOf(mails.at(-1))).toContain("clerk, these tasks are waiting for you:");
    const events = await db.event.findMany({ where: { entity: "settings" }, orderBy: { sequence: "asc" } });
    expect(events.map(({ action, before }) => [action, before])).toEqual([
      ["settings.reminder-texts-changed", { language: "en", intro: "", closing: "" }],
      ["settings.reminder-texts-changed", own],
    ]);
  });

  it("lists submitted reports for a reviewer", async () => {
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-09-30", value: "60", note: "as counted" };
    done(await submitUpdate("NT-T01", input, await as("clerk", "2023-10-08")));
    expect(await sendDigest("checker", MONDAY, sender)).toBe("sent");
    expect(textOf(mails.at(-1))).toContain("待审核 (1)");
  });
});

describe("the queue", () => {
  it("sends each mail once, also with several instances, and none on a holiday", async () => {
    mails.length = 0;
    const settings = { sender, webhooks: [] };
    const one = await openWorkerQueue(process.env.DATABASE_URL ?? "");
    const other = await openWorkerQueue(process.env.DATABASE_URL ?? "");
    for (const queue of [one, other]) await workOnReminders(queue, settings);
    try {
      expect(await queueMorning(one, isoDate("2023-10-02"), settings)).toBe(0);
      const day = isoDate("2023-10-16");
      const queued = [await queueMorning(one, day, settings), await queueMorning(other, day, settings)];
      expect(queued).toEqual([2, 0]);
      await expect.poll(() => mails.length, { timeout: 30_000 }).toBe(2);
      expect(mails.map((mail) => mail.to).sort()).toEqual(["checker@example.gov.cn", "clerk@example.gov.cn"]);
    } finally {
      await one.stop({ graceful: false });
      await other.stop({ graceful: false });
    }
  });
});

describe("webhooks", () => {
  const now = new Date("2023-10-09T00:30:00.000Z");

  it("are parsed from one setting; an error names the invalid entry without its secret", () => {
    const setting = "wecom https://a.example/x?key=1; dingtalk https://b.example/y SECRET";
    expect(parseWebhooks(setting)).toEqual([
      { format: "wecom", url: "https://a.example/x?key=1", secret: null },
      { format: "dingtalk", url: "https://b.example/y", secret: "SECRET" },
    ]);
    expect(() => parseWebhooks("slack https://a.example hush")).toThrow(/entry 1 must be/);
    expect(() => parseWebhooks("slack https://a.example hush")).not.toThrow(/hush/);
  });

  it("are signed as each receiver verifies it", () => {
    const url = "https://bot.example/send?token=1";
    const ding = new URL(webhookRequest({ format: "dingtalk", url, secret: "SEC" }, "hi", now).url);
    expect([ding.searchParams.get("timestamp"), ding.searchParams.get("token")]).toEqual(["1696811400000", "1"]);
    // HMAC-SHA256 keyed by the secret over "timestamp\nsecret", computed with OpenSSL.
    expect(ding.searchParams.get("sign")).toBe("gpvM7eTxqmH+w8QRnr2us9RJHnjd/4gzguEVnFNGf1c=");
    const feishu = JSON.parse(webhookRequest({ format: "feishu", url, secret: "SEC" }, "hi", now).body);
    expect(feishu).toEqual({
      timestamp: "1696811400",
      sign: "erJ14fJEilI9B6Z4E2kLpxFLqMi/xFbLozLhu0PpImc=",
      msg_type: "text",
      content: { text: "hi" },
    });
    const wecom = JSON.parse(webhookRequest({ format: "wecom", url, secret: null }, "hi", now).body);
    expect(wecom).toEqual({ msgtype: "text", text: { content: "hi" } });
  });

  it("are delivered; a rejection by the chat bot is an error that the queue retries", async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        bodies.push(body);
        if (request.url === "/down") response.statusCode = 503;
        response.end(JSON.stringify({ errcode: request.url === "/no" ? 310000 : 0 }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const text = await describeOutcome(MONDAY);
    await deliver({ format: "wecom", url: `${base}/ok`, secret: null }, text);
    expect(JSON.parse(bodies[0] ?? "")).toEqual({ msgtype: "text", text: { content: text } });
    expect(text).toMatch(/^挂图 2023年10月9日：目标 31 项/);
    await expect(deliver({ format: "dingtalk", url: `${base}/no`, secret: null }, text)).rejects.toThrow("310000");
    await expect(deliver({ format: "generic", url: `${base}/down`, secret: "s" }, text)).rejects.toThrow("503");
    server.close();
  });
});

describe("the message of a chat bot", () => {
  const chatBot = { format: "wecom", url: "https://bot.example/send?key=abcd1234", secret: null } as const;

  it("is about its departments, between the sentences of the office", async () => {
    const admin = await as("demo-administrator");
    const message = { departments: ["transport"], intro: "交通组早报", closing: "请及时填报" };
    done(await changeChatBotMessage({ chatBot: webhookId(chatBot), ...message }, admin));
    const form = await getReminderForm(admin, [chatBot]);
    expect(form?.chatBots).toEqual([
      { ...message, id: webhookId(chatBot), format: "wecom", host: "bot.example", ending: "1234" },
    ]);
    const text = await describeOutcome(MONDAY, form?.chatBots[0]);
    expect(text).toMatch(/^交通组早报\n挂图 2023年10月9日：目标 5 项.*\n请及时填报$/);
    expect(await getReminderForm(await as("demo-supervisor"), [chatBot])).toBeNull();
  });

  it("names open departments only", async () => {
    const message = { chatBot: webhookId(chatBot), departments: ["nowhere"], intro: "", closing: "" };
    expect(await changeChatBotMessage(message, await as("demo-administrator"))).toMatchObject({
      error: { errors: { departments: "unknown" } },
    });
  });
});

describe("the calendar", () => {
  it("can be read with its secret only, and the old secret stops working", async () => {
    const clerk = await as("clerk");
    const first = (await createCalendarToken(clerk)) ?? "";
    const text = await getCalendar(first);
    expect(text).toContain("BEGIN:VCALENDAR");
    expect(text?.replace(/\r\n /g, "")).toContain("SUMMARY:Due: NT-T02");
    expect(text).toContain("DTSTART;VALUE=DATE:20231231");
    const second = (await createCalendarToken(clerk)) ?? "";
    expect([await getCalendar(first), (await getCalendar(second)) !== null, await getCalendar("x")]).toEqual([
      null,
      true,
      null,
    ]);
    const stored = await db.reminderPreference.findUniqueOrThrow({ where: { userId: "clerk" } });
    expect(stored.calendarHash).not.toContain(second);
  });
});
