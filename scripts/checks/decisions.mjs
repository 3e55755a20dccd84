// The decision records: continuous numbers, an index with the same titles and states, no dangling references. And every
// link and path in the documents points to a file.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRoot, root } from "../launcher/paths.mjs";

const FOLDER = "docs/decisions";
const STATUS = /^Status: (Accepted|Superseded by \d{4})/;
const REFERENCE = /\b(?:decisions?[ /]|superseded by )(\d{4}(?:(?:, | and |–)\d{4})*)/gi;
const LINK = /\]\((?!https?:|#)([^)\s#]+)/g;
const NUMBERED_LINK = /\[(\d{4})\]\((?:\w+\/)*(\d{4})-/g;
const PATH = /`((?:app|bench|components|docs|e2e|lib|messages|prisma|public|scripts)\/[\w./-]+)`/g;

const read = (file) => readFileSync(inRoot(file), "utf8");

/** The faults of the records and of references to them, one line per fault. */
export function listDecisionFaults() {
  const faults = [];
  const records = readdirSync(inRoot(FOLDER)).filter((name) => name !== "README.md");
  const index = read(`${FOLDER}/README.md`);
  const numbers = new Set();
  for (const [position, name] of records.sort().entries()) {
    const number = String(position + 1).padStart(4, "0");
    const [heading, , status = ""] = read(`${FOLDER}/${name}`).split("\n");
    const title = heading.slice(`# ${number} `.length);
    numbers.add(number);
    if (!name.startsWith(`${number}-`)) faults.push(`${name}: expected number ${number}`);
    if (heading !== `# ${number} ${title}`) faults.push(`${name}: the heading must start with "# ${number} "`);
    if (!STATUS.test(status))
      faults.push(`${name}: the third line must be "Status: Accepted" or "Status: Superseded by NNNN"`);
    const row = `| [${number}](${name}) | ${title} | ${status.replace("Status: ", "")} |`;
    if (!index.includes(`\n${row}\n`)) faults.push(`README.md of ${FOLDER} lacks the row ${row}`);
  }
  const rows = index.match(/^\| \[/gm)?.length ?? 0;
  if (rows !== records.length) faults.push(`README.md of ${FOLDER} has ${rows} rows for ${records.length} records`);

  const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  for (const file of tracked.filter(
    (name) => /\.(md|[cm]?[jt]sx?|sql|prisma|css|json)$/.test(name) && existsSync(inRoot(name)),
  )) {
    const text = read(file);
    const cited = [...text.matchAll(REFERENCE)].flatMap(([, list]) => list.match(/\d{4}/g));
    for (const number of cited) if (!numbers.has(number)) faults.push(`${file}: decision ${number} does not exist`);
    if (!file.endsWith(".md")) continue;
    for (const [, target] of text.matchAll(LINK)) {
      if (!existsSync(inRoot(join(dirname(file), target)))) faults.push(`${file}: the link ${target} leads nowhere`);
    }
    for (const [, number, target] of text.matchAll(NUMBERED_LINK)) {
      if (number !== target) faults.push(`${file}: the link named ${number} leads to ${target}`);
    }
    for (const [, path] of text.matchAll(PATH)) {
      if (!existsSync(inRoot(path))) faults.push(`${file}: ${path} does not exist`);
    }
  }
  return faults;
}
