"use client";
// The columns of a template's annex: chosen and moved. The name of the target cannot be left out.
import { useState } from "react";
import { MoveButtons } from "@/components/bulletins/move-buttons";
import { Checkbox } from "@/components/ui/checkbox";
import { type AnnexColumn, moveInOrder } from "@/lib/bulletins/template";

export interface ColumnChoice {
  readonly key: AnnexColumn;
  readonly name: string;
  readonly isChosen: boolean;
  readonly labels: { readonly up: string; readonly down: string };
}

export function ColumnOrder({ choices }: { readonly choices: readonly ColumnChoice[] }) {
  const [order, setOrder] = useState<readonly AnnexColumn[]>(choices.map(({ key }) => key));
  const byKey = new Map(choices.map((choice) => [choice.key, choice]));
  return (
    <ol className="grid grid-cols-1 gap-1 md:grid-cols-2">
      {order.map((key, index) => {
        const choice = byKey.get(key);
        if (choice === undefined) return null;
        const isName = key === "target";
        return (
          <li key={key} className="flex items-center gap-3">
            <input type="hidden" name="columnOrder" value={key} />
            <MoveButtons
              name="moveColumn"
              entry={key}
              labels={choice.labels}
              isFirst={index === 0}
              isLast={index === order.length - 1}
              onMove={(direction) => setOrder(moveInOrder(order, key, direction))}
            />
            {isName ? (
              <span>
                <input type="hidden" name="column.target" value="on" />
                {choice.name}
              </span>
            ) : (
              <Checkbox name={`column.${key}`} defaultChecked={choice.isChosen}>
                {choice.name}
              </Checkbox>
            )}
          </li>
        );
      })}
    </ol>
  );
}
