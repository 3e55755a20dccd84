// guatu users: the accounts with their roles.

import { parseUserList } from "@/lib/schemas/user-list";
import type { UserPage } from "@/lib/server/admin/user-list";
import { type Command, parseCommand, UsageError } from "./command";
import { CONTEXT_OPTIONS } from "./context-options";

const HELP = `Usage: npm run guatu -- users --as EMAIL [OPTIONS]

Lists the accounts: email, name, roles, state, last sign-in.

  --as EMAIL      an administrator
  --filter QUERY  the filters of the page "Users" as its address has them, e.g. "state=invited&role=reporter"
  --lang LANG     names of departments: zh-CN (default) or en
  --json          prints a JSON array

Example:
  npm run guatu -- users --as admin@example.gov.cn --filter state=expired

Exit codes: 0 listed, 1 failed, 2 called wrongly or not an administrator.`;

async function run(args: readonly string[]): Promise<number> {
  const { as, lang: langOption } = CONTEXT_OPTIONS;
  const options = { as, lang: langOption, filter: { type: "string" }, json: { type: "boolean" } } as const;
  const { values, file } = parseCommand(args, options);
  if (file !== undefined) throw new UsageError(`unexpected argument: ${file}`);
  if (values.as === undefined) throw new UsageError("--as must name an administrator");
  const { filters, ignored } = parseUserList(new URLSearchParams(values.filter ?? ""));
  if (ignored.length > 0) throw new UsageError(`--filter has invalid parts: ${ignored.join(", ")}`);
  const { readContext } = await import("./command-context");
  const { listUsers } = await import("@/lib/server/admin/user-list");
  const { context, lang } = await readContext(values);
  const users: UserPage["users"] = [];
  let cursor: string | undefined;
  do {
    const page = await listUsers({ ...filters, cursor, limit: 200 }, context, lang);
    if (page === null) throw new UsageError(`${values.as} is not an administrator`);
    users.push(...page.users);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  if (values.json === true) {
    const rows = users.map(({ id, name, email, officeRole, memberships, state, lastSignedInAt }) => ({
      id,
      email,
      name,
      officeRole,
      memberships: memberships.map(({ department, role }) => ({ department, role })),
      state,
      lastSignedInAt,
    }));
    console.log(JSON.stringify(rows, null, 2));
    return 0;
  }
  for (const { email, name, officeRole, memberships, state, lastSignedInAt } of users) {
    const roles = [officeRole, ...memberships.map(({ department, role }) => `${role}: ${department}`)].filter(Boolean);
    console.log([email, name, roles.join(", "), state, lastSignedInAt?.toISOString() ?? ""].join("\t"));
  }
  return 0;
}

export const command: Command = { summary: "lists the accounts with their roles", help: HELP, run };
