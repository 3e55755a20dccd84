// Accepted evidence files: PDF, pictures and Office documents, detected by their bytes.
import { cleanLine } from "@/lib/domain/text/clean-text";

/** The largest accepted file, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** The most files of one report or comment. */
export const MAX_FILES = 10;

/** Content type detected in the bytes → the extensions a name may have with it. */
const FILE_KINDS: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  // The container of Word, Excel and PowerPoint before 2007, and of WPS.
  "application/x-cfb": ["doc", "xls", "ppt", "wps", "et", "dps"],
};

export const FILE_ENDINGS: readonly string[] = Object.values(FILE_KINDS).flat();

export type FileError = "empty" | "too-large" | "kind-not-taken" | "name-does-not-fit" | "no-name";

/** The name to store: the last part of a path, on one line, without invisible characters, at most 200 characters. */
export function storedFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = cleanLine(last.normalize("NFC")).trim();
  const ending = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? "";
  // cleanLine() again, because slicing can split a surrogate pair.
  return clean.length <= 200 ? clean : `${cleanLine(clean.slice(0, 200 - ending.length))}${ending}`;
}

/**
 * Why a file is rejected; null when it is accepted.
 *
 * @param found the content type detected in the bytes, null when none is. Text, HTML and SVG, which could run in a
 *   browser, have none or another type.
 */
export function fileError(name: string, size: number, found: string | null): FileError | null {
  if (storedFileName(name) === "") return "no-name";
  if (size === 0) return "empty";
  if (size > MAX_FILE_BYTES) return "too-large";
  const endings = found === null ? undefined : FILE_KINDS[found];
  if (endings === undefined) return "kind-not-taken";
  const ending = storedFileName(name).split(".").at(-1)?.toLowerCase() ?? "";
  return endings.includes(ending) ? null : "name-does-not-fit";
}
