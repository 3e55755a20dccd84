// The command line: exit codes, help, and files with the permissions of the user named by --as.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readWorkbook } from "@/lib/imports/workbook/read-workbook";
import { db } from "@/lib/server/db/client";
import { aBulletin, loadYearAndPeople } from "@/testing/bulletins";
import { copyAsDraft } from "@/testing/draft-targets";
import { runCommand } from "./commands/run-command";

const COMMANDS = ["extract", "import", "export", "bulletin", "users", "backup", "restore", "verify"];
const folder = mkdtempSync(join(tmpdir(), "guatu-command-"));
const inFolder = (name: string) => join(folder, name);

let supervisor = "";
let administrator = "";

async function emailOf(id: string): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { id } })).email;
}

beforeAll(async () => {
  await loadYearAndPeople();
  [supervisor, administrator] = [await emailOf("demo-supervisor"), await emailOf("demo-administrator")];
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function guatu(name?: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const printed = { log: "", error: "" };
  const spies = (["log", "error"] as const).map((kind) =>
    vi.spyOn(console, kind).mockImplementation((text: string) => {
      printed[kind] += `${text}\n`;
    }),
  );
  const code = await runCommand(name, args);
  for (const spy of spies) spy.mockRestore();
  return { code, stdout: printed.log, stderr: printed.error };
}

describe("help and wrong calls", () => {
  it("lists the commands, also on an unknown one", async () => {
    const [help, nothing, unknown] = [await guatu("--help"), await guatu(), await guatu("destroy")];
    for (const name of COMMANDS) expect(help.stdout).toContain(`\n  ${name} `);
    expect([help.code, nothing.code, unknown.code]).toEqual([0, 2, 2]);
    expect(unknown.stderr).toContain('there is no command "destroy"');
  });

  it.each(COMMANDS)("explains %s with examples and exit codes, and rejects an unknown option", async (name) => {
    const [help, wrong] = [await guatu(name, "--help"), await guatu(name, "--nonsense")];
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(new RegExp(`^Usage: npm run (?:--silent )?guatu -- ${name}`));
    expect(help.stdout).toMatch(/Examples?:\n/);
    expect(help.stdout).toMatch(/Exit codes: /);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).not.toContain("    at ");
  });

  it.each([
    [["extract"], "name the document to read"],
    [["extract", "plan.txt", "--year", "26"], "is not a year like 2026"],
    [["import", "tasks.xlsx"], "either --dry-run or --as is required"],
    [["import", "tasks.xlsx", "--dry-run", "--submit"], "--submit does not go with --dry-run"],
    [["export"], "name the file to write"],
    [["export", "targets.doc"], "must end in .csv, .xlsx, .json or .tar.gz"],
    [["export", "targets.csv", "--filter", "light=blue"], "--filter has invalid parts: light"],
    [["export", "targets.csv", "--as", "nobody@example.com"], "not the email of an active user"],
    [["export", "targets.csv", "--as-of", "2023-10-01"], "is in the future"],
    [["export", "all.tar.gz", "--lang", "en"], "--lang does not apply to a data package"],
    [["bulletin", "report.docx"], "FILE and --month go together"],
    [["restore"], "name the file to restore"],
    [["verify", "--head", "12"], "not a head like"],
  ])("%j: %s", async (args, message) => {
    const { code, stderr } = await guatu(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe("export", () => {
  it("writes what a visitor sees, and with --as the drafts of a user", async () => {
    await copyAsDraft("NT-T02", "NT-DRAFT");
    const codesOf = (name: string) =>
      parse(readFileSync(inFolder(name), "utf8"), { bom: true, from_line: 2 }).map(([code]: string[]) => code);
    expect((await guatu("export", inFolder("public.csv"))).code).toBe(0);
    expect((await guatu("export", inFolder("office.csv"), "--as", supervisor)).code).toBe(0);
    expect(codesOf("public.csv")).toHaveLength(31);
    expect(codesOf("public.csv")).not.toContain("NT-DRAFT");
    expect(codesOf("office.csv")).toContain("NT-DRAFT");
  });

  it("filters, and writes Excel and JSON with the same targets", async () => {
    const filter = ["--filter", "department=transport"];
    expect((await guatu("export", inFolder("t.json"), ...filter, "--lang", "en")).code).toBe(0);
    expect((await guatu("export", inFolder("t.xlsx"), ...filter)).code).toBe(0);
    const rows = JSON.parse(readFileSync(inFolder("t.json"), "utf8")) as { code: string; owner: { name: string } }[];
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ owner }) => owner.name))).toEqual(new Set(["Transport Bureau"]));
    const sheet = JSON.stringify(readWorkbook(new Uint8Array(readFileSync(inFolder("t.xlsx")))));
    for (const { code } of rows) expect(sheet).toContain(code);
  });

  it("leaves no part of a file that could not be written", async () => {
    const { code, stderr } = await guatu("export", inFolder("nowhere/targets.csv"));
    expect([code, stderr]).toEqual([1, expect.stringContaining("no such file or directory")]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("bulletin and users", () => {
  it("lists bulletins and writes one for a user who may read it", async () => {
    await aBulletin();
    const listed = await guatu("bulletin", "--json", "--as", supervisor);
    const [bulletin] = JSON.parse(listed.stdout) as { month: string; state: string }[];
    expect(bulletin).toMatchObject({ month: "2023-05", state: "draft" });
    const file = inFolder("may.docx");
    const refused = await guatu("bulletin", file, "--month", "2023-05");
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("there is no bulletin of 2023-05")]);
    expect(existsSync(file)).toBe(false);
    expect((await guatu("bulletin", file, "--month", "2023-05", "--as", supervisor)).code).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
  });

  it("lists accounts for an administrator only", async () => {
    const listed = await guatu("users", "--as", administrator, "--json", "--lang", "en");
    const users = JSON.parse(listed.stdout) as { email: string; memberships: { role: string }[] }[];
    expect(users.map(({ email }) => email)).toContain(supervisor);
    const refused = await guatu("users", "--as", supervisor);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toContain("is not an administrator");
  });
});
