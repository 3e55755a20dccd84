"use client";
import type { ClipboardEvent, ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { isBlock, pastedCells } from "@/components/ui/pasted-cells";

interface NumberInputProps extends Omit<ComponentProps<typeof Input>, "type" | "inputMode"> {
  /** The decimal keypad of iOS has no minus sign, so these fields get the full keyboard. */
  readonly allowsNegative: boolean;
}

/**
 * Several cells pasted into one number field stay separate ("3; 5; 1"), so that the parser rejects them. The browser
 * would join them into another number.
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

/** An input for one number, parsed by parseDecimalText(). */
export function NumberInput({ allowsNegative, className = "", ...rest }: NumberInputProps) {
  return (
    <Input
      autoComplete="off"
      {...rest}
      inputMode={allowsNegative ? "text" : "decimal"}
      onPaste={keepCellsApart}
      className={`${className} tabular-nums`}
    />
  );
}
