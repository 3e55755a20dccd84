"use client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { onDay } from "@/components/layout/as-of-limits";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

interface AsOfFooterProps {
  readonly words: Readonly<Record<"label" | "go" | "method", string>>;
  readonly today: IsoDate;
}

/** A position in a list is not valid on another day. */
const EXCLUDED = ["asOf", "cursor", "after", "before"];

/**
 * The foot of every page: opens the page as of another day, by a plain form that requests the same URL with ?asOf=, and
 * links to the rules of lights.
 */
export function AsOfFooter({ words, today }: AsOfFooterProps) {
  const params = useSearchParams();
  const day = params.get("asOf");
  const query = [...params].filter(([name]) => !EXCLUDED.includes(name));
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
      <Link
        href={day === null ? "/method" : onDay("/method", encodeURIComponent(day))}
        prefetch={false}
        className="mt-2 inline-block py-1 underline"
      >
        {words.method}
      </Link>
    </footer>
  );
}
