"use client";
// What is typed survives an error, an expired session, a reload and a closed tab's warning.
import { type RefObject, useEffect, useState } from "react";

type Kept = Record<string, string>;

function read(form: HTMLFormElement): Kept {
  const entries = [...new FormData(form).entries()].filter(([name]) => !name.startsWith("$"));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function write(form: HTMLFormElement, kept: Kept): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.type === "radio") {
      element.checked = kept[element.name] === element.value;
    } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      const value = kept[element.name];
      if (value !== undefined && element.type !== "hidden") element.value = value;
    }
  }
}

/** Keeps the form in the tab's storage under `key` while it is dirty; says whether something was brought back. */
export function useKeptForm(ref: RefObject<HTMLFormElement | null>, key: string) {
  const [restored, setRestored] = useState(false);
  const [dirty, setDirty] = useState(false);

  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept === null || ref.current === null) return;
    write(ref.current, JSON.parse(kept) as Kept);
    setRestored(true);
    setDirty(true);
  }, [key, ref]);

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);

  const keep = () => {
    if (ref.current === null) return;
    sessionStorage.setItem(key, JSON.stringify(read(ref.current)));
    setDirty(true);
  };
  const forget = () => {
    sessionStorage.removeItem(key);
    setDirty(false);
    setRestored(false);
  };
  return { restored, keep, forget };
}
