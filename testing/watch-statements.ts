// Counts the statements that pass to the database; it answers as usual.
import pg from "pg";

export interface Reading {
  statements: number;
  rows: number;
  /** The most parameters of one statement. */
  parameters: number;
}

type Answer = { readonly rows?: readonly unknown[] } | undefined;
type Callback = (error: unknown, answer: Answer) => void;

/** @returns `read` runs a function and counts its statements; `stop` ends the counting. */
export function watchStatements() {
  const { query } = pg.Client.prototype;
  const nothing = (): Reading => ({ statements: 0, rows: 0, parameters: 0 });
  let reading = nothing();
  const note = (answer: Answer) => {
    reading.rows += answer?.rows?.length ?? 0;
  };
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given;
    const values = Array.isArray(second) ? second : (first as { values?: unknown[] }).values;
    reading.statements += 1;
    reading.parameters = Math.max(reading.parameters, values?.length ?? 0);
    const last = given.at(-1);
    if (typeof last === "function") {
      const callback = last as Callback;
      given[given.length - 1] = (error: unknown, answer: Answer) => {
        note(answer);
        callback(error, answer);
      };
    }
    const answered: unknown = Reflect.apply(query, this, given);
    if (answered instanceof Promise) answered.then(note, () => undefined);
    return answered;
  } as typeof query;
  return {
    async read(run: () => Promise<unknown>): Promise<Reading> {
      const own = nothing();
      reading = own;
      await run();
      // What follows is not part of it.
      reading = nothing();
      return own;
    },
    stop() {
      pg.Client.prototype.query = query;
    },
  };
}
