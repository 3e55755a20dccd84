"use client";
// Two versions of a form side by side: nothing is submitted until each difference has a chosen side.
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { Difference, Side } from "@/components/forms/compare-text";
import { useFormSupport } from "@/components/forms/form-support";
import { displayValue, fieldLabel } from "@/components/forms/form-values";
import { Button } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/field";

export interface TextConflictProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly differences: readonly Difference[];
  readonly resolve: (chosen: Readonly<Record<string, Side | undefined>>) => boolean;
  /** Who saved the server's version, and when, as a sentence. */
  readonly savedBy?: string | undefined;
}

const SIDES = ["theirs", "mine"] as const;

export function TextConflictChoice({ form, differences, resolve, savedBy }: TextConflictProps) {
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
      {savedBy && <p>{savedBy}</p>}
      {differences.map(({ name, mine, theirs }) => (
        <Fieldset
          key={name}
          id={`${id}-${name}`}
          legend={form.current === null ? name : fieldLabel(form.current, name)}
        >
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
        </Fieldset>
      ))}
      {differences.length > 1 && (
        <p className="flex flex-wrap gap-3">
          <Button size="sm" onClick={() => chooseAll("theirs")}>
            {words.allTheirs}
          </Button>
          <Button size="sm" onClick={() => chooseAll("mine")}>
            {words.allMine}
          </Button>
        </p>
      )}
      <p role="status" className="text-notice empty:hidden">
        {isIncomplete && words.chooseEach}
      </p>
      <Button variant="primary" onClick={() => setIncomplete(!resolve(chosen))}>
        {words.take}
      </Button>
    </section>
  );
}
