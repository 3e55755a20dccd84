// What nothing uses. `!` marks what the product itself is made of: with --production only that counts, so that code
// which tests alone call is found. There an export may also serve its own file; a test looks at it from outside.
export default {
  entry: [
    "scripts/*.{ts,mjs}!",
    "scripts/launcher/*.mjs!",
    "scripts/checks/planted/*.ts",
    "prisma/seed/load.ts!",
    "bench/bulk-approval.ts",
    "bench/many-targets.ts",
    "bench/office-files.ts",
    "lib/exports/picture-worker.mjs!",
    "public/*.js!",
    "bench/empty-app/app/*.tsx",
    "bench/empty-app/next.config.ts",
    "e2e/crowd.ts",
    "e2e/specs/*.ts",
  ],
  project: ["**/*.{ts,tsx,mjs}!", "!{bench,e2e,testing}/**!"],
  // Read by path or by a style sheet, which knip does not see.
  ignoreDependencies: ["@biomejs/biome", "@expo-google-fonts/noto-sans-sc", "tailwindcss"],
  ignoreExportsUsedInFile: process.argv.includes("--production"),
};
