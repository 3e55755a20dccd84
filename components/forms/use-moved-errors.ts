"use client";
// The errors of the last answer at the fields that they belong to now: rows may have been removed since.
import { useState } from "react";
import { errorsWithoutRow } from "@/components/forms/row-values";
import type { ActionState } from "@/lib/actions/action-state";

interface MovedErrors {
  readonly of: ActionState;
  readonly errors: ActionState["errors"];
}

export function useMovedErrors(answer: ActionState) {
  const [moved, setMoved] = useState<MovedErrors | null>(null);
  const errors = moved?.of === answer ? moved.errors : answer.errors;
  const dropRow = (prefix: string, row: number) =>
    setMoved({ of: answer, errors: errorsWithoutRow(prefix, row, errors) });
  return { errors, dropRow };
}
