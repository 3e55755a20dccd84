// Imported first by every command: prints an early error (an invalid setting) as one line and exits.
process.on("uncaughtException", (error) => {
  console.error(`guatu: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
