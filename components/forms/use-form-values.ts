"use client";
// What is typed in a form at the moment, for the parts of it that depend on other fields.
import { type RefObject, useEffect, useState } from "react";

export type FormValues = Readonly<Record<string, string>>;

const EVENTS = ["input", "change", "focusin"] as const;

function valuesOf(form: HTMLFormElement): FormValues {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/**
 * The values of the form around `place` by field name, updated with every change; null before the first effect. Focus
 * counts as a change because restored text fills fields without an event.
 */
export function useFormValues(place: RefObject<HTMLElement | null>): FormValues | null {
  const [values, setValues] = useState<FormValues | null>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const update = () =>
      setValues((before) => {
        const now = valuesOf(form);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    update();
    for (const event of EVENTS) form.addEventListener(event, update);
    return () => {
      for (const event of EVENTS) form.removeEventListener(event, update);
    };
  }, [place]);
  return values;
}
