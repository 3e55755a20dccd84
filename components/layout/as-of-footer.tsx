"use client";
import { useSearchParams } from "next/navigation";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

interface AsOfFooterProps {
  readonly words: Readonly<Record<"label" | "go", string>>;
  readonly today: IsoDate;
}

/** A place in a list says nothing on another day. */
const LEFT_OUT = ["asOf", "cursor", "after", "before"];

/** The page as it was known on another day: a plain form that asks for the same address with ?asOf=. */
export function AsOfFooter({ words, today }: AsOfFooterProps) {
  const query = [...useSearchParams()].filter(([name]) => !LEFT_OUT.includes(name));
  return (
    <footer className="mx-auto max-w-6xl px-4 pb-6 text-sm">
      <form method="get" className="flex flex-wrap items-center gap-2 border-t pt-3">
        {query.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="as-of">{words.label}</label>
        <input id="as-of" type="date" name="asOf" max={today} required className="border bg-surface px-2 py-1" />
        <button type="submit" className="border bg-surface px-2 py-1">
          {words.go}
        </button>
      </form>
    </footer>
  );
}
