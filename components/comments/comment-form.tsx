"use client";
import { lazy, Suspense } from "react";
import type { CommentFormProps } from "@/components/comments/comment-fields";

const CommentFields = lazy(async () => {
  const { CommentFields: component } = await import("@/components/comments/comment-fields");
  return { default: component };
});

/** The form of a comment. Visitors, who cannot write one, do not load its script. */
export function CommentForm(props: CommentFormProps) {
  return (
    <Suspense>
      <CommentFields {...props} />
    </Suspense>
  );
}
