import packageFile from "@/package.json";

/** The running version, from package.json. */
export const VERSION: string = packageFile.version;

/** Part of the cache key of files, here and in browsers. Raise it when the content of generated files changes. */
export const FILES_VERSION = `${VERSION}/3`;
