"use client";
import { useSearchParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

interface AsOfFooterProps {
  readonly words: Readonly<Record<"label" | "go", string>>;
  readonly today: IsoDate;
}

/** A position in a list is not valid on another day. */
const EXCLUDED = ["asOf", "cursor", "after", "before"];

/** Opens the page as of another day: a plain form that requests the same URL with ?asOf=. */
export function AsOfFooter({ words, today }: AsOfFooterProps) {
  const query = [...useSearchParams()].filter(([name]) => !EXCLUDED.includes(name));
  return (
    <footer className="mx-auto max-w-6xl px-4 pb-6 text-sm">
      <form method="get" className="flex flex-wrap items-center gap-2 border-t pt-3">
        {query.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="as-of">{words.label}</label>
        <Input id="as-of" type="date" name="asOf" max={today} required compact fit />
        <Button type="submit" size="sm">
          {words.go}
        </Button>
      </form>
    </footer>
  );
}
