"use client";
// The sum of the weights that are typed in a form, so that its author sees what the steps add up to.
import { useRef } from "react";
import { useFormValues } from "@/components/forms/use-form-values";
import { readWeight } from "@/lib/schemas/step-weight";

const STORED = "weight:";
const REMOVE = "remove:";
const WEIGHT = /^(weight:|steps\.\d+\.weight$)/;

/** @param text "Sum of the weights:" */
export function WeightSum({ text }: { readonly text: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const values = useFormValues(place) ?? {};
  const isRemoved = (name: string) => `${REMOVE}${name.slice(STORED.length)}` in values;
  const weights = Object.entries(values).flatMap(([name, value]) =>
    WEIGHT.test(name) && !isRemoved(name) ? (readWeight(value) ?? []) : [],
  );
  const sum = Math.round(weights.reduce((total, weight) => total + weight, 0) * 10_000) / 10_000;
  return (
    <p ref={place} role="status" className="col-span-full text-sm tabular-nums">
      {weights.length > 0 && `${text} ${sum}`}
    </p>
  );
}
