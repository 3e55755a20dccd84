// The commands as an administrator runs them, with the environment from the README, which contains no secret.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const scripts = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), "guatu-production-"));
const [first, second] = [join(folder, "first"), join(folder, "second")];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(
  script: string,
  env: Record<string, string>,
  ...words: string[]
): Promise<{ code: number | null; output: string }> {
  const args = ["--conditions=react-server", "--import", "tsx", join(scripts, script), ...words];
  const settings = { ...process.env, GUATU_MODE: "production", GUATU_URL: "https://guatu.example.gov.cn", ...env };
  const child = spawn(process.execPath, args, { cwd: join(scripts, ".."), env: settings });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

const prepare = (GUATU_DATA: string, env: Record<string, string> = {}) =>
  run("prepare-database.ts", { GUATU_DATA, ...env });

describe("production mode with a database address and a data folder", () => {
  it("creates the secret at the first start and runs every command without one in the environment", async () => {
    expect(await prepare(first)).toEqual({ code: 0, output: "up to date\n" });
    expect(readFileSync(join(first, "secret"), "utf8")).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(first, "secret")).mode & 0o777).toBe(0o600);
    const GUATU_DATA = first;
    expect((await run("setup-link.ts", { GUATU_DATA })).output).toMatch(
      /^https:\/\/guatu\.example\.gov\.cn\/setup\?token=\S+\n$/,
    );
    expect((await run("rebuild-standings.ts", { GUATU_DATA })).code).toBe(0);
    expect((await run("migrate.ts", { GUATU_DATA })).output).toBe("database is up to date\n");
    const verified = await run("guatu.ts", { GUATU_DATA: second }, "verify");
    expect(verified.output).not.toContain("GUATU_SECRET");
  });

  it("names an invalid setting in one line", async () => {
    const { code, output } = await run("guatu.ts", { GUATU_DATA: first, GUATU_TODAY: "yesterday" }, "backup");
    expect(code).toBe(1);
    expect(output).toBe("guatu: wrong settings: GUATU_TODAY must be a date like 2023-09-30\n");
  });
});

describe("a second instance with a different data folder", () => {
  it("does not start with another secret, and creates none", async () => {
    const missing = await prepare(second);
    expect(missing.code).toBe(1);
    expect(missing.output).toMatch(
      /^guatu: sessions of this database are signed with a secret .*Copy the file "secret"/,
    );
    expect(existsSync(join(second, "secret"))).toBe(false);
    const other = await prepare(second, { GUATU_SECRET: "another secret of thirty-two letters" });
    expect(other.output).toContain("this instance has another one");
  });

  it("does not start with another file storage, unless that is accepted", async () => {
    const GUATU_SECRET = readFileSync(join(first, "secret"), "utf8");
    const { code, output } = await prepare(second, { GUATU_SECRET });
    expect(code).toBe(1);
    expect(output).toMatch(/^guatu: the files of this database are not in \S+second: .*GUATU_S3_BUCKET/);
    // The test's embedded database has no data folder, and pg_dump cannot connect to it.
    if (process.env.GUATU_TEST_DATABASE_URL) {
      const backup = await run("guatu.ts", { GUATU_DATA: second }, "backup");
      expect([backup.code, backup.output]).toEqual([
        1,
        expect.stringContaining("the files of this database are not in"),
      ]);
    }
    expect((await prepare(second, { GUATU_SECRET, GUATU_NEW_FILES: "accepted" })).code).toBe(0);
    expect((await prepare(first)).output).toContain("the files of this database are not in");
    expect((await prepare(first, { GUATU_NEW_FILES: "accepted" })).code).toBe(0);
  });

  it("starts with the secret and files of the first", async () => {
    const again = await prepare(first, { GUATU_SECRET: readFileSync(join(first, "secret"), "utf8") });
    expect(again).toEqual({ code: 0, output: "up to date\n" });
  });
});
