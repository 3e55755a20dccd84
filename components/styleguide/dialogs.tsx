"use client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { useConfirm } from "@/components/ui/use-confirm";

const VARIANTS = ["primary", "danger"] as const;

/** Buttons that open what appears over a page. */
export function Dialogs() {
  const { ask, dialog } = useConfirm();
  const toast = useToast();
  const open = (variant: (typeof VARIANTS)[number]) =>
    ask({
      title: "Issue NT-T01?",
      confirm: "Issue",
      cancel: "Cancel",
      variant,
      onConfirm: () => toast("NT-T01 is issued."),
      children: <p>Its department is notified and has five working days to receive it.</p>,
    });
  return (
    <>
      {VARIANTS.map((variant) => (
        <Button key={variant} onClick={() => open(variant)}>
          Confirm {variant}
        </Button>
      ))}
      <Button onClick={() => toast("NT-T01 is approved.", { label: "Undo", seconds: 10, run: () => undefined })}>
        Show a toast
      </Button>
      {dialog}
    </>
  );
}
