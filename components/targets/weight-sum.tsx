"use client";
// The sum of the weights that are typed in a form, so that its author sees what the steps add up to.
import { useRef } from "react";
import { useFormValues } from "@/components/forms/use-form-values";
import { weightsIn } from "@/lib/schemas/step-weight";

/** @param text "Sum of the weights:" */
export function WeightSum({ text }: { readonly text: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const values = useFormValues(place) ?? {};
  const weights = weightsIn(values);
  const sum = Math.round(weights.reduce((total, weight) => total + weight, 0) * 10_000) / 10_000;
  return (
    <p ref={place} role="status" className="col-span-full text-sm tabular-nums">
      {weights.length > 0 && `${text} ${sum}`}
    </p>
  );
}
