"use client";
import type { ComponentProps } from "react";
import { PlainForm } from "@/components/forms/plain-form";
import { removeStoredTextAtSignOut } from "@/components/forms/stored-text";

/** Signs out and removes stored unsent text, in the browser's other tabs too. */
export function SignOutForm(props: Omit<ComponentProps<typeof PlainForm>, "onRedirect">) {
  return <PlainForm {...props} onRedirect={removeStoredTextAtSignOut} />;
}
