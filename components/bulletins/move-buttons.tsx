"use client";
// Moves an entry of a form by a place. Without script, a button sends the form with the moved entry.
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

interface MoveButtonsProps {
  /** The name that a button sends without script. */
  readonly name: string;
  readonly entry: string;
  readonly labels: { readonly up: string; readonly down: string };
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (direction: "up" | "down") => void;
}

const ARROWS = { up: "↑", down: "↓" } as const;

export function MoveButtons({ name, entry, labels, isFirst, isLast, onMove }: MoveButtonsProps) {
  // With script the buttons send nothing, so that Enter in a field saves the form.
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  return (
    <div className="flex gap-1">
      {(["up", "down"] as const).map((direction) => (
        <Button
          key={direction}
          type={hasScript ? "button" : "submit"}
          size="sm"
          name={name}
          value={`${entry}:${direction}`}
          aria-label={labels[direction]}
          disabled={direction === "up" ? isFirst : isLast}
          onClick={() => onMove(direction)}
        >
          {ARROWS[direction]}
        </Button>
      ))}
    </div>
  );
}
