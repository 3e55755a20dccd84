// The command line: exit codes, help and output of `npm run guatu`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Command } from "./command";
import { command as extract } from "./extract";
import { command as importTable } from "./import";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "guatu-command-"));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The exit code of a command and what it printed. */
async function run(command: Command, ...args: string[]) {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  try {
    const status = await command.run(args);
    const linesOf = (spy: typeof log) => spy.mock.calls.map(([line]) => String(line)).join("\n");
    return { status, stdout: linesOf(log), stderr: linesOf(error) };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

const report = file("report.txt", "2024年，市交通运输局新改建农村公路不少于260公里，6月底前出台实施方案。");
const table = file("table.csv", "目标任务,指标,单位,目标值,牵头单位\n修建农村公路,新改建里程,公里,9,市交通运输局\n");
const context = file(
  "context.json",
  JSON.stringify({ today: "2024-02-01", departments: [{ slug: "transport", name: "市交通运输局" }], targets: [] }),
);

describe("guatu", () => {
  it("exits with 2 and lists its commands for an unknown one, and with 0 for the help of a command", () => {
    const guatu = (...args: string[]) =>
      spawnSync(process.execPath, ["--import", "tsx", "scripts/guatu.ts", ...args], { cwd: ROOT, encoding: "utf8" });
    const unknown = guatu("extrakt");
    expect([unknown.status, unknown.stdout]).toEqual([2, ""]);
    expect(unknown.stderr).toMatch(/there is no command "extrakt"[\s\S]+\n {2}extract .+\n {2}import /);
    const help = guatu("extract", "--help");
    expect([help.status, help.stdout.trim()]).toEqual([0, extract.help]);
  }, 180_000);

  it.each([extract, importTable])("describes usage, examples and exit codes in its help", ({ help }) => {
    expect(help).toMatch(/^Usage: npm run guatu -- [\s\S]+\nExamples:\n[\s\S]+\nExit codes: 0 /);
  });
});

describe("guatu extract", () => {
  it("prints figures and milestones as text or JSON and exits with 0", async () => {
    expect(await run(extract, report)).toMatchObject({ status: 0, stderr: "" });
    const { stdout } = await run(extract, report, "--json", "--milestones");
    const { commitments, milestones } = JSON.parse(stdout);
    expect(commitments[0]).toMatchObject({ value: 260, unit: "公里", comparator: "gte", kind: "target", year: 2024 });
    expect(milestones[0]).toMatchObject({ dueOn: "2024-06-30" });
  });

  it("exits with 1 for a file that cannot be read, and names the reason", async () => {
    const missing = await run(extract, join(folder, "nothing.docx"));
    expect(missing).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("cannot be read") });
    const blank = await run(extract, file("blank.txt", " \n"));
    expect(blank).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("contains no text") });
  });

  it("exits with 2 and shows its help for wrong arguments", async () => {
    for (const args of [[], [report, report], [report, "--year", "24"], [report, "--yaer"]]) {
      expect(await run(extract, ...args)).toEqual({ status: 2, stdout: "", stderr: extract.help });
    }
  });
});

describe("guatu import", () => {
  it("prints the rows of a table and exits with 0", async () => {
    const read = await run(importTable, table, "--dry-run", "--json", "--context", context);
    expect(read.status).toBe(0);
    expect(JSON.parse(read.stdout).targets[0]).toMatchObject({ title: "修建农村公路", value: 9 });
  });
});
