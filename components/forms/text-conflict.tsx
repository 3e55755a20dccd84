"use client";
import { lazy, Suspense } from "react";
import type { TextConflictProps } from "@/components/forms/text-conflict-choice";

const TextConflictChoice = lazy(async () => {
  const { TextConflictChoice: component } = await import("@/components/forms/text-conflict-choice");
  return { default: component };
});

/** The choice between two versions of a form; most visits never need it, so its script is loaded when they do. */
export function TextConflict(props: TextConflictProps) {
  return (
    <Suspense>
      <TextConflictChoice {...props} />
    </Suspense>
  );
}
