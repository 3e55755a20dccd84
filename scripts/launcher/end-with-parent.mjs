// Loaded before Next: when the launcher is gone, however it went, the app it started goes too.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
