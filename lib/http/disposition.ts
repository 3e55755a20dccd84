// File names in headers: Chinese in the extended form, plain ASCII for clients without support for it.
import { cleanLine } from "@/lib/domain/text/clean-text";

/** Characters that file systems reject, and those that could break out of the header. */
export function safeName(name: string): string {
  const clean = cleanLine(name)
    .replace(/[<>:"/\\|?*]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return [...clean].slice(0, 120).join("");
}

/** RFC 6266. @param plain the same name in ASCII, without extension. */
export function contentDisposition(how: "inline" | "attachment", name: string, plain: string, ending: string): string {
  const ascii = safeName(plain).replace(/[^\x20-\x7e]/g, "_");
  const extended = encodeURIComponent(`${safeName(name)}.${ending}`).replace(
    /['()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${ascii}.${ending}"; filename*=UTF-8''${extended}`;
}
