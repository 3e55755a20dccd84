/** Ends the launcher with one clear line. */
export class LauncherError extends Error {}

/** Runs a step under a line that says what it is and how long it took. `work` may return what to add to the line. */
export async function step(title, work) {
  const started = Date.now();
  process.stdout.write(`guatu: ${title} …`);
  try {
    const note = await work();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(` ${typeof note === "string" ? note : "done"} (${seconds} s)\n`);
  } catch (error) {
    process.stdout.write(" failed\n");
    throw error;
  }
}

export function say(line) {
  process.stdout.write(`guatu: ${line}\n`);
}
