"use client";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { ignoringComposition } from "@/components/ui/ignoring-composition";
import { Input } from "@/components/ui/input";

interface SearchFormProps {
  readonly label: string;
  readonly placeholder: string;
}

/** Keys typed into these elements are text. */
const TEXT = "input, textarea, select, [contenteditable]";

/** Searches the targets from any page, on the selected day; "/" moves the focus here. */
export function SearchForm({ label, placeholder }: SearchFormProps) {
  const day = useSearchParams().get("asOf");
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = ignoringComposition((event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TEXT) !== null) return;
      event.preventDefault();
      ref.current?.focus();
    });
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <search className="ml-auto min-w-0 lg:w-56 lg:shrink">
      <form method="get" action="/targets">
        <Input
          ref={ref}
          type="search"
          name="q"
          compact
          aria-label={label}
          placeholder={placeholder}
          aria-keyshortcuts="/"
          maxLength={200}
        />
        {day !== null && <input type="hidden" name="asOf" value={day} />}
      </form>
    </search>
  );
}
