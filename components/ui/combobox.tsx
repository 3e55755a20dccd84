"use client";
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { filterOptions, MIN_OPTIONS } from "@/components/ui/filter-options";
import { ignoringComposition } from "@/components/ui/ignoring-composition";
import { inputClass, type Option, Select } from "@/components/ui/input";

interface ComboboxProps extends Omit<ComponentProps<typeof Select>, "id" | "onFocus"> {
  readonly id: string;
  readonly label: string;
}

/** On a phone, the native picker is better than a list under a keyboard. */
function usesMouse(): boolean {
  return window.matchMedia("(pointer: fine)").matches;
}

/** Sets the select as if the user had selected the option, so that forms notice the change. */
function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, { bubbles: true }));
}

/**
 * A select whose options can be searched by typing. The select stays in the form and holds the value, so that the
 * field works without script and text can be restored into it; with script, a mouse and a long list, a search field
 * replaces it visually.
 */
export function Combobox({ id, label, options, compact, fit, ...rest }: ComboboxProps) {
  const listId = useId();
  const select = useRef<HTMLSelectElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isSearchable, setSearchable] = useState(false);
  /** Null while the list is closed. */
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState(String(rest.defaultValue ?? ""));
  useEffect(() => {
    setSearchable(options.length >= MIN_OPTIONS && usesMouse());
    setChosen(select.current?.value ?? "");
  }, [options]);
  if (!isSearchable) return <Select {...rest} ref={select} id={id} options={options} compact={compact} fit={fit} />;

  const found = query === null ? [] : filterOptions(options, query);
  const shown = options.find(({ value }) => value === chosen)?.label ?? "";
  const open = () => {
    setQuery("");
    setActive(
      Math.max(
        0,
        options.findIndex(({ value }) => value === chosen),
      ),
    );
  };
  const take = (option: Option | undefined) => {
    if (option !== undefined && select.current !== null) choose(select.current, option.value);
    setQuery(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (query === null) return open();
      setActive((now) => (now + (event.key === "ArrowDown" ? 1 : found.length - 1)) % Math.max(1, found.length));
    } else if (event.key === "Enter" && query !== null) {
      event.preventDefault();
      take(found[active]);
    } else if (event.key === "Escape" && query !== null) {
      event.preventDefault();
      setQuery(null);
    }
  };
  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <div className="relative">
      <select
        {...rest}
        ref={select}
        tabIndex={-1}
        aria-hidden="true"
        data-label={label}
        onChange={(event) => setChosen(event.currentTarget.value)}
        className="sr-only"
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <input
        ref={input}
        id={id}
        role="combobox"
        aria-expanded={query !== null}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found[active] === undefined ? undefined : optionId(active)}
        aria-invalid={rest["aria-invalid"]}
        aria-describedby={rest["aria-describedby"]}
        autoComplete="off"
        spellCheck={false}
        value={query ?? shown}
        placeholder={query === null ? undefined : shown}
        onMouseDown={() => query === null && open()}
        onChange={(event) => {
          // Do not submit the search text: only the selected option counts.
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onInput={(event) => event.stopPropagation()}
        onKeyDown={ignoringComposition(press)}
        onBlur={() => setQuery(null)}
        className={inputClass({ compact, fit })}
      />
      <span aria-hidden="true" className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2">
        ▾
      </span>
      {query !== null && (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          className="absolute z-10 mt-px max-h-72 w-full min-w-60 overflow-y-auto border bg-surface text-base"
        >
          {found.map(({ value, label: text }, index) => (
            <div
              key={value}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              ref={(node) => {
                if (index === active) node?.scrollIntoView({ block: "nearest" });
              }}
              // The search box keeps the focus; leaving the option before the button is released cancels the choice.
              onMouseDown={(event) => event.preventDefault()}
              onMouseUp={() => take({ value, label: text })}
              className={`cursor-pointer px-2 py-1 ${index === active ? "bg-accent-ground" : ""}`}
            >
              {text}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
