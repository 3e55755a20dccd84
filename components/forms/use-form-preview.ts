"use client";
import { useEffect, useRef, useState } from "react";
import { useSubmitContext } from "@/components/forms/submit-context";
import { type FormValues, useFormValues } from "@/components/forms/use-form-values";

const DELAY_MS = 500;

/**
 * What the server says about the typed form, shortly after each change.
 * @param read asks the server; the same function at each render, and it must not throw
 * @returns the place whose form is read, and the last answer
 */
export function useFormPreview<T>(initial: T, read: (values: FormValues) => Promise<T>) {
  const place = useRef<HTMLElement>(null);
  const values = useFormValues(place);
  const [preview, setPreview] = useState<T>(initial);
  const { isBusy } = useSubmitContext();
  useEffect(() => {
    // Server actions run one after another: a preview must not follow the form that is being sent.
    if (values === null || isBusy) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const shown = await read(values);
      if (isCurrent) setPreview(shown);
    }, DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [values, isBusy, read]);
  return { place, preview };
}
