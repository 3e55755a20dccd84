// Loaded before Next: ends the app when the launcher has ended, for whatever reason.

const GRACE_MS = 8_000;

process.on("disconnect", () => {
  // The launcher may have read the output. A failed write would be logged, which fails again, without end.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), GRACE_MS).unref();
});
