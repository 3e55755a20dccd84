import type { ReactNode } from "react";
import type { Language } from "@/lib/i18n/languages";
import { toStaticMarkup } from "@/lib/markup/static-markup";

interface StaticMarkupProps {
  readonly as: "div" | "tbody" | "section";
  /** Everything that the children show, except `lang`. The markup is cached for the same object. */
  readonly from: object;
  readonly lang: Language;
  /** Part of the cache key if one object is rendered more than once, or with links to another day. */
  readonly part?: string;
  readonly className?: string;
  readonly tabIndex?: number;
  readonly "aria-label"?: string;
  /** Plain elements and components: no client components, nothing asynchronous. */
  readonly children: ReactNode;
}

const written = new WeakMap<object, Map<string, string>>();

function markupOf({ from, lang, part = "", children }: StaticMarkupProps): string {
  const ofObject = written.get(from) ?? new Map<string, string>();
  written.set(from, ofObject);
  const key = `${lang} ${part}`;
  const markup = ofObject.get(key) ?? toStaticMarkup(children);
  ofObject.set(key, markup);
  return markup;
}

/**
 * Static content such as table rows or a drawing. It is sent once, as markup, and not a second time as the tree that
 * React would need for hydration (docs/decisions/0018). All text and attributes are escaped.
 */
export function StaticMarkup(props: StaticMarkupProps) {
  const { as: Tag, className, tabIndex, "aria-label": label } = props;
  return (
    <Tag
      className={className}
      tabIndex={tabIndex}
      aria-label={label}
      dangerouslySetInnerHTML={{ __html: markupOf(props) }}
    />
  );
}
