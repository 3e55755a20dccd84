// Loaded before Next: when the launcher is gone, however it went, the app it started goes too.
process.channel?.unref();
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
