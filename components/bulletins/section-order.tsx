"use client";
// The sections of a template: chosen, named and moved. Without script, a button sends the form with the moved section.
import { useEffect, useState } from "react";
import { AreaField, TextField } from "@/components/forms/form-fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { moveSection, type SectionKey } from "@/lib/bulletins/template";
import type { Bilingual, Language } from "@/lib/i18n/languages";

export interface SectionChoice {
  readonly key: SectionKey;
  /** The usual heading. */
  readonly name: string;
  readonly isChosen: boolean;
  readonly heading: Bilingual;
  /** Null for a section with a generated text. */
  readonly ownText: Bilingual | null;
  readonly labels: {
    readonly up: string;
    readonly down: string;
    readonly heading: Bilingual;
    readonly text: Bilingual;
  };
}

interface SectionOrderProps {
  readonly choices: readonly SectionChoice[];
  readonly languages: readonly Language[];
}

const ARROWS = { up: "↑", down: "↓" } as const;

export function SectionOrder({ choices, languages }: SectionOrderProps) {
  const [order, setOrder] = useState<readonly SectionKey[]>(choices.map(({ key }) => key));
  const byKey = new Map(choices.map((choice) => [choice.key, choice]));
  // With script the buttons send nothing, so that Enter in a field saves the form.
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  return (
    <ol className="grid grid-cols-1 gap-2">
      {order.map((key, index) => {
        const choice = byKey.get(key);
        if (choice === undefined) return null;
        const { name, isChosen, heading, ownText, labels } = choice;
        return (
          <li key={key} className="grid grid-cols-1 gap-x-3 gap-y-1 border-t py-2 md:grid-cols-[auto_minmax(0,1fr)]">
            <input type="hidden" name="order" value={key} />
            <div className="flex gap-1">
              {(["up", "down"] as const).map((direction) => (
                <Button
                  key={direction}
                  type={hasScript ? "button" : "submit"}
                  size="sm"
                  name="move"
                  value={`${key}:${direction}`}
                  aria-label={labels[direction]}
                  disabled={index === (direction === "up" ? 0 : order.length - 1)}
                  onClick={() => setOrder(moveSection(order, key, direction))}
                >
                  {ARROWS[direction]}
                </Button>
              ))}
            </div>
            <div className="grid grid-cols-1 gap-x-3 gap-y-1">
              <Checkbox name={`section.${key}`} defaultChecked={isChosen}>
                {name}
              </Checkbox>
              <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
                {languages.map((lang) => (
                  <TextField
                    key={lang}
                    name={`headings.${key}.${lang}`}
                    label={labels.heading[lang]}
                    value={heading[lang]}
                  />
                ))}
                {ownText !== null &&
                  languages.map((lang) => (
                    <AreaField
                      key={lang}
                      name={`ownTexts.${key}.${lang}`}
                      label={labels.text[lang]}
                      value={ownText[lang]}
                    />
                  ))}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
