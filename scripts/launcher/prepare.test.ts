// Concurrent starts from one checkout: a small one, in which npm, Prisma and Next are slow scripts that log their runs.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const NEXT = `
  import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
  const trace = (line) => appendFileSync("trace", line + "\\n");
  trace("begin " + process.env.GUATU_DIST + " " + process.env.GUATU_MODE + " " + process.env.DATABASE_URL);
  mkdirSync(process.env.GUATU_DIST, { recursive: true });
  writeFileSync("next-env.d.ts", 'import "./' + process.env.GUATU_DIST + '/types/routes.d.ts";');
  setTimeout(() => {
    trace("end");
    writeFileSync(process.env.GUATU_DIST + "/BUILD_ID", "1");
    process.exit();
  }, 700);`;
const PRISMA = `
  import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
  mkdirSync("lib/server/db/generated", { recursive: true });
  appendFileSync("trace", "generated\\n");
  setTimeout(() => writeFileSync("lib/server/db/generated/client.ts", ""), 300);`;
/** The first steps of `npm start`; then it serves until it is killed. */
const START = `
  import { prepareCode } from "./scripts/launcher/prepare.mjs";
  console.log("serving " + (await prepareCode({ withBuild: true })));
  setInterval(() => undefined, 1000);`;

let checkout: string;
const started: ChildProcess[] = [];

function write(path: string, content: string): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), content);
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "guatu-checkout-"));
  for (const name of readdirSync(import.meta.dirname).filter((one) => one.endsWith(".mjs"))) {
    cpSync(join(import.meta.dirname, name), join(checkout, "scripts/launcher", name));
  }
  write("package.json", '{ "type": "module" }');
  write("package-lock.json", '{ "packages": {} }');
  write("node_modules/.package-lock.json", '{ "packages": {} }');
  write("node_modules/next/dist/bin/next", NEXT);
  write("node_modules/next/package.json", '{ "type": "module" }');
  write("node_modules/prisma/build/index.js", PRISMA);
  write("node_modules/prisma/package.json", '{ "type": "module" }');
  write("prisma/schema.prisma", "");
  write("app/page.tsx", "first");
  write("start.mjs", START);
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(checkout, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["start.mjs"], { cwd: checkout, env: { ...process.env, ...env } });
  started.push(child);
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const until = async (text: string) => {
    while (!output.includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
    return output;
  };
  const serving = async () => /serving (\S+)/.exec(await until("serving "))?.[1] ?? "";
  const kill = () =>
    new Promise((resolve) => {
      child.once("close", resolve);
      child.kill("SIGKILL");
    });
  return { serving, until, kill };
}

const trace = () => readFileSync(join(checkout, "trace"), "utf8").trim().split("\n");
const builds = () => readdirSync(join(checkout, ".next/builds")).map((name) => `.next/builds/${name}`);

describe("starts from one checkout", () => {
  it("generate and build once if they begin at the same moment in different modes", async () => {
    const one = start({ GUATU_MODE: "demo", DATABASE_URL: "" });
    const other = start({ GUATU_MODE: "production", DATABASE_URL: "postgresql://db/guatu" });
    const folder = await one.serving();
    expect(await other.serving()).toBe(folder);
    expect(trace()).toEqual(["generated", `begin ${folder} undefined undefined`, "end"]);
    const outputs = (await one.until("serving ")) + (await other.until("serving "));
    expect(outputs.match(/waiting for another start in this folder/g)).toHaveLength(1);
    expect(existsSync(join(checkout, "next-env.d.ts"))).toBe(false);
  });

  it("do not remove the build of a running instance, and remove it once it is unused", async () => {
    const old = start();
    const oldFolder = await old.serving();
    write("app/page.tsx", "second");
    const fresh = start({ GUATU_MODE: "production" });
    const freshFolder = await fresh.serving();
    expect(freshFolder).not.toBe(oldFolder);
    expect(builds().toSorted()).toEqual([oldFolder, freshFolder].toSorted());
    await old.kill();
    await start().serving();
    expect(builds()).toEqual([freshFolder]);
  });

  it("take over from one that was killed during its build, without using the incomplete build", async () => {
    const killed = start();
    await killed.until("building the app");
    while (!existsSync(join(checkout, "trace")) || trace().length < 2) await new Promise((go) => setTimeout(go, 20));
    await killed.kill();
    const folder = await start().serving();
    expect(trace().filter((line) => line.startsWith("begin"))).toHaveLength(2);
    expect(trace().filter((line) => line === "end")).toHaveLength(1);
    expect(existsSync(join(checkout, folder, "guatu-build"))).toBe(true);
  });
});
