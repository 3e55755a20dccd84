"use client";
import { useSearchParams } from "next/navigation";
import { Input } from "@/components/ui/input";

interface SearchFormProps {
  readonly label: string;
  readonly placeholder: string;
}

/** Searches the targets from any page, on the selected day; "/" moves the focus here (shortcuts.tsx). */
export function SearchForm({ label, placeholder }: SearchFormProps) {
  const day = useSearchParams().get("asOf");
  return (
    <search className="ml-auto min-w-0 lg:w-56 lg:shrink">
      <form method="get" action="/targets">
        <Input
          id="search"
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
