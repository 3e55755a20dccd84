// Dead code. `!` marks entries of the product itself: with --production only these count, which finds code that only
// tests call. In that mode an export may also be used in its own file, because a test may import it.
export default {
  entry: [
    "scripts/*.{ts,mjs}!",
    "scripts/launcher/*.mjs!",
    "scripts/checks/planted/*.ts",
    "prisma/seed/load.ts!",
    "bench/bulk-approval.ts",
    "bench/large-import.ts",
    "bench/many-targets.ts",
    "bench/office-files.ts",
    "lib/exports/picture-worker.mjs!",
    "lib/server/charts/drawing-worker.ts!",
    "public/*.js!",
    "bench/empty-app/app/*.tsx",
    "bench/empty-app/next.config.ts",
    "e2e/crowd.ts",
    "e2e/specs/*.ts",
  ],
  project: ["**/*.{ts,tsx,mjs}!", "!{bench,e2e,testing}/**!"],
  // Read by path or by a style sheet, which knip does not see.
  ignoreDependencies: [
    "@biomejs/biome",
    "@expo-google-fonts/noto-sans-sc",
    "@expo-google-fonts/noto-serif-sc",
    "tailwindcss",
  ],
  ignoreExportsUsedInFile: process.argv.includes("--production"),
};
