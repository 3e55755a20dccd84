import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";

interface HeaderMenuProps {
  readonly id: string;
  /** The text of its button. */
  readonly label: string;
  /** What the menu is for, for screen readers. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A menu at the end of the header: a popover on a desk, a part of the open menu on a phone. */
export function HeaderMenu({ id, label, title, children }: HeaderMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        title={title}
        aria-label={`${label} · ${title}`}
        className={`${buttonClass({ size: "sm" })} max-w-56 gap-2 max-lg:hidden`}
      >
        <span className="truncate">{label}</span>
        <span aria-hidden="true">▾</span>
      </button>
      <section
        id={id}
        popover="auto"
        aria-label={title}
        className="lg:dropdown w-64 max-w-none gap-3 bg-surface text-ink max-lg:static max-lg:m-0 max-lg:mt-4 max-lg:grid max-lg:w-full max-lg:p-0 lg:border lg:p-4 lg:shadow-lg lg:open:grid"
      >
        {children}
      </section>
    </>
  );
}
