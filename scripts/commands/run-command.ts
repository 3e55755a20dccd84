// The commands of the command line, by name.
import { type Command, UsageError } from "./command";

/** Loaded when called; each loads the database and its settings only when it runs. */
const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  extract: () => import("./extract"),
  import: () => import("./import"),
  export: () => import("./export"),
  bulletin: () => import("./bulletin"),
  users: () => import("./users"),
  backup: () => import("./backup"),
  restore: () => import("./restore"),
  verify: () => import("./verify"),
};

async function listCommands(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).command.summary}`),
  );
  return ["Usage: npm run guatu -- COMMAND [OPTIONS]", "", ...lines, "", "COMMAND --help shows its options."].join(
    "\n",
  );
}

/** Runs a command and prints its result, or its error in one line. @returns the exit code */
export async function runCommand(name: string | undefined, args: readonly string[] = []): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(await listCommands());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    console.error(`guatu: there is no command "${name}"\n\n${await listCommands()}`);
    return 2;
  }
  try {
    const { command } = await load();
    if (!args.includes("--help") && !args.includes("-h")) return await command.run(args);
    console.log(command.help);
    return 0;
  } catch (error) {
    console.error(`guatu: ${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof UsageError)) return 1;
    console.error(`"npm run guatu -- ${name} --help" shows the options.`);
    return 2;
  }
}
