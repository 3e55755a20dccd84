/** A schema.org description of the page for search engines. */
export function StructuredData({ value }: { readonly value: object }) {
  // Within a script element only "<" can end it or open a comment.
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
