// A visitor's table: read like an import, without the database.
import { describe, expect, it, vi } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import { readSandboxTableAction } from "@/lib/actions/sandbox";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { SAMPLE_SHEETS } from "@/lib/exports/sample-sheets";
import { rowsToXlsx } from "@/lib/exports/xlsx";
import { LANGUAGES } from "@/lib/i18n/languages";
import { consumeUpload } from "@/lib/server/auth/attempts";
import { db } from "@/lib/server/db/client";
import { readSandboxTable } from "./read-table";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/components/sandbox/sandbox-result", () => ({ SandboxResult: () => null }));

const TODAY = isoDate("2023-09-30");
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
const HEAD = "序号,目标任务,计量单位,2024年目标,牵头单位,完成时限";

describe("readSandboxTable", () => {
  it("reads departments that the demo does not know, and names what is wrong by cell", () => {
    const bytes = csv(
      "2024年重点工作任务分解表",
      HEAD,
      "1,新增托位,个,≥1200,海州市卫生健康委,2024年12月底",
      "2,改造危桥,座,12,海州市交通运输局,2024年11月底",
      "3,,个,5,海州市教育局,2024年12月底",
    );
    const outcome = readSandboxTable({ name: "分解表.csv", bytes, lang: "zh-CN" }, TODAY);
    if (!outcome.ok) throw new Error(outcome.fault);
    const { lines, targets } = outcome.reading;
    expect(targets.map(({ title, owner, promise, dueOn }) => [title, owner, promise, dueOn])).toEqual([
      ["新增托位", "海州市卫生健康委", "不少于1,200个", "2024-12-31"],
      ["改造危桥", "海州市交通运输局", "12座", "2024-11-30"],
    ]);
    expect(
      lines.map(({ outcome: one, problems }) => [one, problems?.map(({ cell, kind }) => `${cell} ${kind}`)]),
    ).toEqual([
      ["added", []],
      ["added", []],
      ["refused", ["B5 missing-title"]],
    ]);
    expect(targets.map(({ chart }) => chart?.drawing)).toEqual(["plot", "plot"]);
  });

  it.each(LANGUAGES)("draws the expected course of the first six targets of the sample, in %s", async (lang) => {
    const { title, columns, rows } = SAMPLE_SHEETS["task-table"](lang, 2023);
    const bytes = new Uint8Array(await rowsToXlsx(columns, rows, { name: title, heading: [title] }));
    const outcome = readSandboxTable({ name: "x.xlsx", bytes, lang }, TODAY);
    if (!outcome.ok) throw new Error(outcome.fault);
    expect(outcome.reading.targets).toHaveLength(11);
    expect(outcome.reading.targets.filter(({ chart }) => chart !== null)).toHaveLength(6);
  });

  it("rejects files that are no task table", () => {
    const read = (bytes: Uint8Array) => readSandboxTable({ name: "x", bytes, lang: "en" }, TODAY);
    expect(read(csv("a,b", "1,2"))).toEqual({ ok: false, fault: "no-tasks" });
    expect(read(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ ok: false, fault: "not-a-sheet" });
    const many = Array.from({ length: 301 }, (_, row) => `${row},任务${row},个,5,市教育局,2024年12月底`);
    expect(read(csv(HEAD, ...many))).toEqual({ ok: false, fault: "too-many-tasks" });
  });
});

describe("readSandboxTableAction", () => {
  const upload = (bytes: Uint8Array) => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(bytes)], "表.csv"));
    return readSandboxTableAction(IDLE, form);
  };

  it("rejects a missing and a large file before it is read", async () => {
    expect(await readSandboxTableAction(IDLE, new FormData())).toMatchObject({ errors: { file: "required" } });
    const answer = await upload(new Uint8Array(5 * 1024 * 1024 + 1));
    expect(answer).toMatchObject({ errors: { file: "sheet-too-large" } });
    expect(await db.attemptCount.count()).toBe(0);
  });

  it("writes nothing but the count of uploads, and refuses more than that allows", async () => {
    const [departments, targets, events] = await Promise.all([
      db.department.count(),
      db.target.count(),
      db.event.count(),
    ]);
    expect(await upload(csv("a,b", "1,2"))).toMatchObject({ errors: { file: "no-tasks" } });
    expect(await db.attemptCount.count()).toBe(1);
    expect([await db.department.count(), await db.target.count(), await db.event.count()]).toEqual([
      departments,
      targets,
      events,
    ]);
    for (let used = 1; used < 21; used += 1) await consumeUpload("sandbox", "unknown");
    expect(await upload(csv("a,b", "1,2"))).toMatchObject({ errors: { file: "too-often" } });
    expect(await consumeUpload("sandbox", "192.0.2.1")).toBeNull();
  });
});
