import packageFile from "@/package.json";

/** The version running, as the package says. */
export const VERSION: string = packageFile.version;
