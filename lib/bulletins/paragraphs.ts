/** The trimmed paragraphs of a text. Each line is a paragraph; blank lines are ignored. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
