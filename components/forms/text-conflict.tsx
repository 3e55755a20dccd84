"use client";
// Two versions of the same form side by side, field by field: nothing is sent until each difference has a chosen side.
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { Difference, Side } from "@/components/forms/compare-text";
import { useFormSupport } from "@/components/forms/form-support";
import { displayValue, fieldLabel } from "@/components/forms/form-values";

interface TextConflictProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly differences: readonly Difference[];
  readonly choose: (chosen: Readonly<Record<string, Side | undefined>>) => boolean;
  /** UserMenu saved the server's version, and when. */
  readonly savedBy?: string | undefined;
}

const BUTTON = "border px-3 py-1";
const SIDES = ["theirs", "mine"] as const;

export function TextConflict({ form, differences, choose, savedBy }: TextConflictProps) {
  const { words } = useFormSupport();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isIncomplete, setIncomplete] = useState(false);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side | undefined>>>(() =>
    Object.fromEntries(differences.map(({ name, changed }) => [name, changed ?? undefined])),
  );
  useEffect(() => heading.current?.focus(), []);
  const chooseAll = (side: Side) => setChosen(Object.fromEntries(differences.map(({ name }) => [name, side])));
  const shown = (name: string, values: readonly string[]) =>
    (form.current === null ? [] : values.map((value) => displayValue(form.current as HTMLFormElement, name, value)))
      .filter((text) => text !== "")
      .join(", ");
  return (
    <section aria-labelledby={`${id}-title`} className="grid gap-3 border-l-4 border-notice bg-surface p-4">
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {words.newer}
      </h2>
      {savedBy && <p>{words.newerBy.replace("{who}", savedBy)}</p>}
      {differences.map(({ name, mine, theirs }) => (
        <fieldset key={name} className="grid gap-2">
          <legend className="font-bold">{form.current === null ? name : fieldLabel(form.current, name)}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {SIDES.map((side) => (
              <label key={side} className="flex items-start gap-2 border p-2">
                <input
                  type="radio"
                  name={`${id}-${name}`}
                  checked={chosen[name] === side}
                  onChange={() => setChosen((before) => ({ ...before, [name]: side }))}
                  className="mt-1"
                />
                <span>
                  <span className="block text-sm text-ink-soft">{words[side]}</span>
                  <span className="whitespace-pre-wrap">
                    {shown(name, side === "mine" ? mine : theirs) || words.empty}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {differences.length > 1 && (
        <p className="flex flex-wrap gap-3">
          <button type="button" onClick={() => chooseAll("theirs")} className={BUTTON}>
            {words.allTheirs}
          </button>
          <button type="button" onClick={() => chooseAll("mine")} className={BUTTON}>
            {words.allMine}
          </button>
        </p>
      )}
      <p role="status" className="text-notice empty:hidden">
        {isIncomplete && words.chooseEach}
      </p>
      <button
        type="button"
        onClick={() => setIncomplete(!choose(chosen))}
        className="justify-self-start border border-accent px-4 py-2 font-bold text-accent"
      >
        {words.take}
      </button>
    </section>
  );
}
