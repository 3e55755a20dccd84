"use client";
// The sections of a template: chosen, named and moved.
import { useState } from "react";
import { MoveButtons } from "@/components/bulletins/move-buttons";
import { AreaField, TextField } from "@/components/forms/form-fields";
import { Checkbox } from "@/components/ui/checkbox";
import { moveInOrder, type SectionKey } from "@/lib/bulletins/template";
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

export function SectionOrder({ choices, languages }: SectionOrderProps) {
  const [order, setOrder] = useState<readonly SectionKey[]>(choices.map(({ key }) => key));
  const byKey = new Map(choices.map((choice) => [choice.key, choice]));
  return (
    <ol className="grid grid-cols-1 gap-2">
      {order.map((key, index) => {
        const choice = byKey.get(key);
        if (choice === undefined) return null;
        const { name, isChosen, heading, ownText, labels } = choice;
        return (
          <li key={key} className="grid grid-cols-1 gap-x-3 gap-y-1 border-t py-2 md:grid-cols-[auto_minmax(0,1fr)]">
            <input type="hidden" name="order" value={key} />
            <MoveButtons
              name="move"
              entry={key}
              labels={labels}
              isFirst={index === 0}
              isLast={index === order.length - 1}
              onMove={(direction) => setOrder(moveInOrder(order, key, direction))}
            />
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
