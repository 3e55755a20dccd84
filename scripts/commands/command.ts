// What a command of scripts/guatu.ts consists of.
import { type ParseArgsConfig, parseArgs } from "node:util";

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Usage, options, examples and exit codes. */
  readonly help: string;
  /**
   * The exit code: 0 done, 1 failed, 2 called wrongly, 3 done with findings.
   * @throws UsageError if it is called wrongly; any other error fails the command.
   */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Wrong arguments: the message names the argument. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The options and at most one file. @throws UsageError on an unknown option or a second file. */
export function parseCommand<const T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
) {
  const parse = () => parseArgs({ args: [...args], options, allowPositionals: true });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [file, second] = positionals;
  if (second !== undefined) throw new UsageError(`unexpected argument: ${second}`);
  return { values, file };
}
