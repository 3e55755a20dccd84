"use client";
import type { ComponentProps } from "react";
import { PlainForm } from "@/components/forms/plain-form";
import { removeStoredTextAtSignOut } from "@/components/forms/stored-text";

/** Signs out and removes the unsent text that this browser keeps, in its other tabs too. */
export function SignOutForm(props: Omit<ComponentProps<typeof PlainForm>, "onRedirect">) {
  return <PlainForm {...props} onRedirect={removeStoredTextAtSignOut} />;
}
