// npm run guatu -- COMMAND …: the command line. Exits with 1 if the command fails, with 2 if it is called wrongly.
import "./one-line-faults";
import { runCommand } from "./commands/run-command";

// Commands leave connections open; a process that has its result ends.
process.exit(await runCommand(process.argv[2], process.argv.slice(3)));
