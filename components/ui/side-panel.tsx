"use client";
// The details of one entry next to its list. Its address opens it, so it works without script and can be shared.
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { ignoringComposition } from "@/components/ui/ignoring-composition";

interface SidePanelProps {
  readonly title: ReactNode;
  readonly close: { readonly label: string; readonly href: string };
  /** The id of the link that opens the panel: it gets the focus back. */
  readonly openedBy: string;
  readonly children: ReactNode;
}

interface WithPanelProps {
  readonly panel: ReactNode;
  readonly children: ReactNode;
}

/** A list and its open panel. Where both do not fit, the panel takes the place of the list. */
export function WithPanel({ panel, children }: WithPanelProps) {
  return (
    <div className={panel ? "grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_26rem]" : ""}>
      <div className={panel ? "min-w-0 max-lg:hidden print:block!" : ""}>{children}</div>
      {panel}
    </div>
  );
}

/** Opening moves the focus to its heading; Escape closes it. Give it a key, so that another entry opens another panel. */
export function SidePanel({ title, close, openedBy, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const router = useRouter();
  useEffect(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) heading.current?.focus();
    return () => document.getElementById(openedBy)?.focus();
  }, [openedBy]);
  const closeByKey = (event: KeyboardEvent) => {
    // A dialog or a list inside the panel has closed by the same key.
    if (event.key === "Escape" && !event.defaultPrevented) router.push(close.href, { scroll: false });
  };
  return (
    <section
      aria-labelledby={headingId}
      onKeyDown={ignoringComposition(closeByKey)}
      className="grid grid-cols-1 gap-4 border bg-surface p-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto print:hidden"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 id={headingId} ref={heading} tabIndex={-1} className="my-0! min-w-0 [overflow-wrap:anywhere]">
          {title}
        </h2>
        <Link href={close.href} scroll={false} prefetch={false} className={`${buttonClass({ size: "sm" })} shrink-0`}>
          {close.label} <span aria-hidden="true">×</span>
        </Link>
      </div>
      {children}
    </section>
  );
}
