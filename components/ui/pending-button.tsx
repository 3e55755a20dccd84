"use client";
// The button of a plain form around a server action: under way it says so and is not pressed twice.
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";

export function PendingButton(props: Omit<ComponentProps<"button">, "type" | "onClick">) {
  const { pending } = useFormStatus();
  return (
    <button
      {...props}
      type="submit"
      aria-disabled={pending}
      aria-busy={pending}
      onClick={(event) => pending && event.preventDefault()}
    />
  );
}
