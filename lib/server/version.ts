import packageFile from "@/package.json";

/** The version running, as the package says. */
export const VERSION: string = packageFile.version;

/** Files made before and kept, here or by a browser, are made again when it changes. Raise it with what is written. */
export const FILES_VERSION = `${VERSION}/2`;
