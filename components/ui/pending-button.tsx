"use client";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";

/** The submit button of a plain form: it shows that the action is running and ignores a second click. */
export function PendingButton(props: Omit<ButtonProps, "type" | "onClick" | "pending">) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" pending={pending} onClick={(event) => pending && event.preventDefault()} />;
}
