// Loaded before Next: ends the app when the launcher has ended, for whatever reason.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
