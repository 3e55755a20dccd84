// Imported first by every command: what goes wrong before it can report it (a wrong setting) ends it with one line.
process.on("uncaughtException", (error) => {
  console.error(`guatu: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
