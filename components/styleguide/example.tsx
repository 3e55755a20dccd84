import type { ReactNode } from "react";

interface ExampleProps {
  /** The component and what is shown of it. Also the name of its reference picture. */
  readonly title: string;
  readonly children: ReactNode;
}

/** One component in its states. A browser test compares each of these with a picture. */
export function Example({ title, children }: ExampleProps) {
  return (
    <section aria-label={title} data-example={title} className="grid gap-3 border-t pt-3">
      <h2 className="mt-0">{title}</h2>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </section>
  );
}
