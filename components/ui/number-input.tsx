"use client";
import type { ClipboardEvent, ComponentProps } from "react";
import { isBlock, pastedCells } from "@/components/ui/pasted-cells";

interface NumberInputProps extends Omit<ComponentProps<"input">, "type" | "inputMode"> {
  /** The decimal keypad of iOS has no minus, so a field that takes one gets the full keyboard. */
  readonly allowsNegative: boolean;
}

/**
 * Several cells pasted into one number field stay apart ("3; 5; 1"): the reader then refuses them as several numbers.
 * The browser alone would run them together into another number.
 */
function keepCellsApart(event: ClipboardEvent<HTMLInputElement>): void {
  const cells = pastedCells(event.clipboardData.getData("text/plain"));
  const input = event.currentTarget;
  if (!isBlock(cells) || input.readOnly) return;
  event.preventDefault();
  const text = cells.flat().join("; ");
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A field for one number, read by parseDecimalText(). */
export function NumberInput({ allowsNegative, className = "", ...rest }: NumberInputProps) {
  return (
    <input
      autoComplete="off"
      {...rest}
      inputMode={allowsNegative ? "text" : "decimal"}
      onPaste={keepCellsApart}
      className={`${className} tabular-nums`}
    />
  );
}
