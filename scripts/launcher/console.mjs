/** Ends the launcher with a one-line message. */
export class LauncherError extends Error {}

/** Runs a step under a line with its name and duration. `work` may return text to append to the line. */
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
