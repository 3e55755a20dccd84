"use client";
// Keeps a form's unsent text over a reload, an update or a new sign-in, and compares it with what the server holds then.
import { type RefObject, useEffect, useRef, useState } from "react";
import { type Comparison, chosenFields, compareText, type Side } from "@/components/forms/compare-text";
import { findStoredKey, formKey, formVersion } from "@/components/forms/form-key";
import { useFormSupport } from "@/components/forms/form-support";
import {
  currentValues,
  type FormValues,
  fillForm,
  hasSelectedFiles,
  initialValues,
} from "@/components/forms/form-values";
import {
  isLeavingWithoutWarning,
  readStoredText,
  removeStoredText,
  type StoredText,
  storeText,
} from "@/components/forms/stored-text";

interface StoredTextOptions {
  /** Keeps the text from the first letter on; without keys it is kept from the first failed request on. The first key
   * is the form's own, the others are where its text may have been kept before. */
  readonly keys?: readonly string[];
  readonly version?: string | null;
}

interface Base {
  readonly version: string | null;
  readonly start: FormValues;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What was brought back is not left inside a closed fold. */
function openDisclosures(form: HTMLFormElement): void {
  for (let fold = form.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
}

export function useStoredText(ref: RefObject<HTMLFormElement | null>, options: StoredTextOptions = {}) {
  const { person } = useFormSupport();
  const { keys, version } = options;
  const isAlways = keys !== undefined;
  const base = useRef<Base | null>(null);
  /** What is on its way to the server. */
  const sent = useRef<FormValues | null>(null);
  /** What the server accepted, and what the fields started from then: the page may not have been refreshed since. */
  const settled = useRef<{ readonly fields: FormValues; readonly start: FormValues } | null>(null);
  /** As last typed: fields that nobody touched follow a refreshed page by themselves. */
  const lastTyped = useRef<FormValues | null>(null);
  const isKeeping = useRef(isAlways);
  const [restored, setRestored] = useState<{ readonly hadFiles: boolean } | null>(null);
  const [choice, setChoice] = useState<Extract<Comparison, { kind: "choose" }> | null>(null);
  const [isDirty, setDirty] = useState(false);

  const baseOf = (form: HTMLFormElement): Base => {
    const start = initialValues(form);
    const isAsSettled = settled.current !== null && isSame(start, settled.current.start);
    return { version: version ?? formVersion(form), start: isAsSettled ? (settled.current?.fields ?? start) : start };
  };
  const ownKey = (form: HTMLFormElement) => keys?.[0] ?? formKey(form);
  const drop = (form: HTMLFormElement) => removeStoredText(ownKey(form));

  /** Text that was typed on an older base meets the form as it is now. */
  const meet = (form: HTMLFormElement, text: StoredText, now: Base, isStored: boolean) => {
    const comparison = compareText(text, now);
    if (comparison.kind === "same") return drop(form);
    isKeeping.current = true;
    setDirty(true);
    openDisclosures(form);
    if (comparison.kind === "choose") {
      storeText(ownKey(form), text);
      setChoice(comparison);
    } else if (isStored) {
      fillForm(form, text.typed);
      storeText(ownKey(form), { ...text, ...now });
      setRestored({ hadFiles: text.hadFiles });
    }
  };

  const bringBack = (form: HTMLFormElement, now: Base) => {
    for (const key of keys ?? [findStoredKey(form)]) {
      const text = readStoredText(key, person);
      if (text === null) continue;
      removeStoredText(key);
      meet(form, text, now, true);
      return;
    }
  };

  // After every render: a refreshed page may have brought a newer version under text that is being typed.
  useEffect(() => {
    const form = ref.current;
    if (form === null || choice !== null) return;
    const now = baseOf(form);
    const before = base.current;
    base.current = now;
    if (before === null) {
      bringBack(form, now);
      // Typed before the script was there.
      if (!isSame(currentValues(form), now.start)) follow();
    }
    if (before === null || isSame(before, now)) return;
    const typed = lastTyped.current ?? currentValues(form);
    if (sent.current !== null && isSame(typed, sent.current)) {
      // Its answer decides.
      base.current = before;
      return;
    }
    if (isSame(typed, before.start) || isSame(typed, settled.current?.fields)) return;
    meet(form, { person, ...before, typed, hadFiles: hasSelectedFiles(form) }, now, false);
  });

  useEffect(() => {
    if (!isAlways || !isDirty) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isLeavingWithoutWarning()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isAlways, isDirty]);

  /** From now on the text is kept at every change. */
  const keep = () => {
    const form = ref.current;
    sent.current = null;
    if (form === null || base.current === null || choice !== null) return;
    isKeeping.current = true;
    const typed = currentValues(form);
    const hadFiles = hasSelectedFiles(form);
    if (isSame(typed, base.current.start) && !hadFiles) return drop(form);
    storeText(ownKey(form), { person, ...base.current, typed, hadFiles });
  };
  const follow = () => {
    setDirty(true);
    if (ref.current !== null) lastTyped.current = currentValues(ref.current);
    if (isKeeping.current) keep();
  };
  /** Called before the text is sent. */
  const markSent = () => {
    if (ref.current !== null) sent.current = currentValues(ref.current);
  };
  /** The server has accepted what was sent; what was typed since then is still unsent. */
  const settle = () => {
    const form = ref.current;
    if (form === null) return;
    const typed = currentValues(form);
    settled.current = { fields: sent.current ?? typed, start: initialValues(form) };
    sent.current = null;
    base.current = baseOf(form);
    setRestored(null);
    if (!isSame(typed, settled.current.fields)) return;
    drop(form);
    lastTyped.current = null;
    isKeeping.current = isAlways;
    setDirty(false);
  };
  /** Goes on with the chosen sides; false while a difference has none. */
  const choose = (chosen: Readonly<Record<string, Side | undefined>>): boolean => {
    const form = ref.current;
    const fields = choice === null ? null : chosenFields(choice.differences, chosen);
    if (form === null || choice === null || fields === null) return false;
    setChoice(null);
    fillForm(form, fields);
    storeText(ownKey(form), {
      person,
      ...(base.current as Base),
      typed: currentValues(form),
      hadFiles: hasSelectedFiles(form),
    });
    return true;
  };
  return { restored, choice, choose, keep, follow, markSent, settle };
}
