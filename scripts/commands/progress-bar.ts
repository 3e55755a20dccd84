// A progress bar on the terminal; nothing where the output goes to a file.
const WIDTH = 30;
const EVERY_MS = 100;

/** Draws `done` of `all` on the current line of stderr; the last call ends the line. */
export function progressBar(label: string): (done: number, all: number) => void {
  let drawnAt = 0;
  return (done, all) => {
    const isLast = done >= all;
    if (!process.stderr.isTTY || (!isLast && Date.now() - drawnAt < EVERY_MS)) return;
    drawnAt = Date.now();
    const filled = all === 0 ? WIDTH : Math.round((done / all) * WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    process.stderr.write(`\r${label} ${bar} ${done} of ${all}${isLast ? "\n" : ""}`);
  };
}
