// The command line: exit codes, help and output of `npm run guatu`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "guatu-command-"));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function guatu(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("npx", ["tsx", "scripts/guatu.ts", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const report = file("report.txt", "2024年，市交通运输局新改建农村公路不少于260公里，6月底前出台实施方案。");
const table = file("table.csv", "目标任务,指标,单位,目标值,牵头单位\n修建农村公路,新改建里程,公里,9,市交通运输局\n");
const context = file(
  "context.json",
  JSON.stringify({ today: "2024-02-01", departments: [{ slug: "transport", name: "市交通运输局" }], targets: [] }),
);

describe("guatu", () => {
  it("lists its commands, and exits with 2 without one or with an unknown one", () => {
    const help = guatu("--help");
    expect([help.status, /^ {2}extract .+\n {2}import /m.test(help.stdout)]).toEqual([0, true]);
    expect(guatu().status).toBe(2);
    const unknown = guatu("extrakt");
    expect([unknown.status, unknown.stdout]).toEqual([2, ""]);
    expect(unknown.stderr).toContain('there is no command "extrakt"');
  });
});

describe("guatu extract", () => {
  it("prints figures and milestones as text or JSON and exits with 0", () => {
    expect(guatu("extract", report)).toMatchObject({ status: 0, stderr: "" });
    const json = guatu("extract", report, "--json", "--milestones");
    const { commitments, milestones } = JSON.parse(json.stdout);
    expect(commitments[0]).toMatchObject({ value: 260, unit: "公里", comparator: "gte", kind: "target", year: 2024 });
    expect(milestones[0]).toMatchObject({ dueOn: "2024-06-30" });
  });

  it("exits with 1 for a file that cannot be read, and names the reason", () => {
    const missing = guatu("extract", join(folder, "nothing.docx"));
    expect([missing.status, missing.stdout]).toEqual([1, ""]);
    expect(missing.stderr).toContain("cannot be read");
    const blank = guatu("extract", file("blank.txt", " \n"));
    expect([blank.status, blank.stderr]).toEqual([1, expect.stringContaining("contains no text")]);
  });

  it("exits with 2 for wrong options, and with 0 for --help with examples", () => {
    for (const args of [[], [report, report], [report, "--year", "24"], [report, "--yaer"]]) {
      expect(guatu("extract", ...args).status).toBe(2);
    }
    const help = guatu("extract", "--help");
    expect([help.status, help.stdout.includes("Examples:"), help.stdout.includes("Exit codes:")]).toEqual([
      0,
      true,
      true,
    ]);
  });
});

describe("guatu import", () => {
  it("prints the rows of a table and exits with 0", () => {
    const read = guatu("import", table, "--dry-run", "--json", "--context", context);
    expect(read.status).toBe(0);
    expect(JSON.parse(read.stdout).targets[0]).toMatchObject({ title: "修建农村公路", value: 9 });
  });

  it("exits with 1 for a file that cannot be read", () => {
    const other = guatu("import", join(folder, "nothing.xlsx"), "--dry-run", "--context", context);
    expect(other.status).toBe(1);
    expect(guatu("import", table, "--dry-run", "--context", join(folder, "nothing.json")).status).toBe(1);
  });

  it("exits with 2 without --dry-run, without a context or with unknown options, and with 0 for --help", () => {
    for (const args of [[table], [table, "--dry-run"], [table, "--context", context], [table, "--dryrun"]]) {
      expect(guatu("import", ...args).status).toBe(2);
    }
    const help = guatu("import", "--help");
    expect([help.status, help.stdout.includes("Examples:")]).toEqual([0, true]);
  });
});
