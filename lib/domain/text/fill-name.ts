/** The sentences of an office with the name of the reader. */
export function fillName(text: string, name: string): string {
  return text.replaceAll("{name}", () => name);
}
