// npm run guatu -- COMMAND …: the command line. Exits with 1 if the command fails, with 2 if it is called wrongly.
import "./one-line-faults";
import type { Command } from "./commands/command";

/** Loaded when called: extract and import start without a database client. */
const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  extract: () => import("./commands/extract"),
  import: () => import("./commands/import"),
};

async function listCommands(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).command.summary}`),
  );
  return ["Usage: npm run guatu -- COMMAND [OPTIONS]", "", ...lines, "", "COMMAND --help shows its options."].join(
    "\n",
  );
}

/** The exit code. */
async function main(name: string | undefined, args: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(await listCommands());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    console.error(`guatu: there is no command "${name}"\n\n${await listCommands()}`);
    return 2;
  }
  const { command } = await load();
  if (args.includes("--help") || args.includes("-h")) {
    console.log(command.help);
    return 0;
  }
  return command.run(args);
}

process.exitCode = await main(process.argv[2], process.argv.slice(3));
