"use client";
// The active filters, each a link to the list without it. Plain links: they work without script.
import Link from "next/link";
import { useEffect, useRef } from "react";

interface Chip {
  readonly key: string;
  readonly label: string;
  /** Label for screen readers: the link removes the filter. */
  readonly action: string;
  readonly href: string;
}

interface FilterChipsProps {
  readonly title: string;
  readonly chips: readonly Chip[];
  readonly clear: { readonly label: string; readonly href: string };
}

export function FilterChips({ title, chips, clear }: FilterChipsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const removed = useRef<number | null>(null);
  const shown = chips.map((chip) => chip.key).join(" ");
  // The activated chip has been removed: focus its neighbour.
  useEffect(() => {
    if (removed.current === null) return;
    const links = bar.current?.querySelectorAll<HTMLElement>("li a") ?? [];
    (links[Math.min(removed.current, links.length - 1)] ?? bar.current)?.focus();
    removed.current = null;
  }, [shown]);
  return (
    <div
      ref={bar}
      tabIndex={-1}
      className="mb-4 flex flex-wrap items-center gap-2 outline-none empty:hidden print:hidden"
    >
      {chips.length > 0 && (
        <>
          <ul aria-label={title} className="flex min-w-0 flex-wrap gap-2">
            {chips.map(({ key, label, action, href }, index) => (
              <li key={key} className="max-w-full">
                <Link
                  href={href}
                  prefetch={false}
                  aria-label={action}
                  onClick={() => {
                    removed.current = index;
                  }}
                  className="flex max-w-full gap-2 border bg-surface px-2 py-1 text-sm hover:border-accent hover:text-accent"
                >
                  <span className="min-w-0">{label}</span>
                  <span aria-hidden="true">×</span>
                </Link>
              </li>
            ))}
          </ul>
          <Link
            href={clear.href}
            prefetch={false}
            onClick={() => {
              removed.current = 0;
            }}
            className="inline-block py-1 text-sm underline"
          >
            {clear.label}
          </Link>
        </>
      )}
    </div>
  );
}
