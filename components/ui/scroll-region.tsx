import type { ReactNode } from "react";

interface Props {
  /** The name of the content for screen readers. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * Scrolls content that is wider than the screen, such as a table, also by keyboard. It is positioned, so that texts for
 * screen readers, which are positioned too, scroll with it instead of widening the page.
 */
export function ScrollRegion({ label, className = "", children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className={`relative overflow-x-auto ${className}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
