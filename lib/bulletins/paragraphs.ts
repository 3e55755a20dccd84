/** The paragraphs of a text, without the space around them. Each line end begins a new one; blank lines are none. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
