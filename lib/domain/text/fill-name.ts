/** Where the office writes it in its own sentences, the name of the reader appears. */
const NAME = "{name}";

/** The sentences of an office, which are no messages of the product, with the name of the reader. */
export function fillName(text: string, name: string): string {
  return text.split(NAME).join(name);
}
