// Codes of departments, made from their names where a list has none.
import { pinyin } from "pinyin-pro";

const MOST = 50;

/** The words of a Latin name; the first letters of a Chinese one. */
function slugOf(name: string): string {
  const letters = /[\u4e00-\u9fff]/u.test(name)
    ? pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" }).join("")
    : name;
  const slug = letters
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MOST)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "department" : slug;
}

/** A code that is not taken: 市教育局 becomes sjyj, or sjyj-2; Transport Bureau becomes transport-bureau. */
export function makeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
