"use client";
import type { ComponentProps } from "react";
import { dropTextAtSignOut } from "@/components/ui/kept-text";
import { PlainForm } from "@/components/ui/plain-form";

/** Signs out and removes the unsent text that this browser keeps, in its other tabs too. */
export function SignOutForm(props: Omit<ComponentProps<typeof PlainForm>, "onRedirect">) {
  return <PlainForm {...props} onRedirect={dropTextAtSignOut} />;
}
