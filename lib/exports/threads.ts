// Worker threads that draw files, so that pages are served in the meantime.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";

/** The queue limit; further requests are rejected. */
const MOST_WAITING = 200;

/** The queue is full, or the drawing timed out. */
export class DrawingBusyError extends Error {
  override readonly name = "DrawingBusyError";
}

/** The file cannot be drawn. The thread continues with the next one. */
export class DrawingError extends Error {
  override readonly name = "DrawingError";
}

/** A worker returns a fault instead of throwing: an uncaught error would end the thread and the files that wait for it. */
export type Drawn<T> = { readonly drawn: T } | { readonly fault: string };

interface Options {
  /** From the project folder: a bundler moves the module that starts the threads. */
  readonly file: string;
  /** The timeout for waiting and drawing. */
  readonly longestMs: number;
  readonly execArgv?: string[];
}

/** On globalThis: a module may be loaded more than once in a process, by reloads in development and by the bundler. */
const holder = globalThis as typeof globalThis & { guatuThreads?: Map<string, Piscina> };

/** The threads do not block the process from exiting; idle ones end after ten minutes. */
function startThreads({ file, execArgv }: Options): Piscina {
  const pool = new Piscina({
    filename: join(process.cwd(), file),
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: 600_000,
    ...(execArgv === undefined ? {} : { execArgv }),
  });
  // Without a listener, an error of an idle thread would end the process.
  pool.on("error", (error) => console.error("a thread for drawings failed:", error));
  return pool;
}

/**
 * A function that runs a task on the threads of `options.file`, which start with the first task.
 * It throws DrawingBusyError and DrawingError.
 */
export function onThreads<Task, T>(options: Options): (task: Task) => Promise<T> {
  return async (task) => {
    holder.guatuThreads ??= new Map();
    const threads = holder.guatuThreads.get(options.file) ?? startThreads(options);
    holder.guatuThreads.set(options.file, threads);
    if (threads.queueSize >= MOST_WAITING) throw new DrawingBusyError("Too many drawings wait");
    const signal = AbortSignal.timeout(options.longestMs);
    const answer = await (threads.run(task, { signal }) as Promise<Drawn<T>>).catch((error) => {
      if (signal.aborted) throw new DrawingBusyError("The drawing took too long", { cause: error });
      throw error;
    });
    if ("fault" in answer) throw new DrawingError(answer.fault);
    return answer.drawn;
  };
}
