// What a command of scripts/guatu.ts consists of.
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Usage, options, examples and exit codes. */
  readonly help: string;
  /** The exit code: 0 done, 1 failed, 2 called wrongly. */
  readonly run: (args: readonly string[]) => Promise<number>;
}
