import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";

interface Choice {
  readonly value: string;
  readonly label: ReactNode;
}

interface FilterMenuProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly chosen: readonly string[];
}

/** A filter with several values: checkboxes in a menu that opens without script. One menu is open at a time. */
export function FilterMenu({ name, label, options, chosen }: FilterMenuProps) {
  const picked = new Set(chosen);
  const listed = new Set(options.map(({ value }) => value));
  const unlisted = chosen.filter((value) => !listed.has(value)).map((value) => ({ value, label: value }));
  return (
    <details name="filter-menu" className="group relative">
      <summary
        className={`${buttonClass({ size: "sm" })} list-none whitespace-nowrap md:max-lg:px-1.5 max-md:flex max-md:justify-between ${picked.size > 0 ? "border-ink-soft font-bold" : ""}`}
      >
        <span>{picked.size > 0 ? `${label} (${picked.size})` : label}</span>
        <span aria-hidden="true" className="font-normal group-open:rotate-180">
          ▾
        </span>
      </summary>
      <fieldset className="z-20 max-h-80 overflow-y-auto border bg-surface px-3 py-2 text-sm max-md:border-t-0 md:absolute md:top-full md:left-0 md:mt-px md:w-max md:max-w-80 md:min-w-48 md:shadow-lg">
        <legend className="sr-only">{label}</legend>
        {[...options, ...unlisted].map((option) => (
          <Checkbox key={option.value} name={name} value={option.value} defaultChecked={picked.has(option.value)}>
            {option.label}
          </Checkbox>
        ))}
      </fieldset>
    </details>
  );
}

interface FilterFoldProps {
  readonly label: string;
  /** The number of values chosen in all menus. */
  readonly count: number;
  readonly children: ReactNode;
}

/** The menus of a filter form in one line, on a phone in one disclosure. */
export function FilterFold({ label, count, children }: FilterFoldProps) {
  return (
    <details className="filter-fold">
      <summary className="border border-control bg-surface px-2 py-1 pointer-coarse:py-2.5">
        {count === 0 ? label : `${label} (${count})`}
      </summary>
      <div className="flex flex-wrap items-center gap-2 md:max-lg:gap-1 max-md:grid max-md:grid-cols-1 max-md:border max-md:border-t-0 max-md:p-2">
        {children}
      </div>
    </details>
  );
}
