"use client";
// Stores a form's unsent text across a reload, an update or a new sign-in, and compares it with the server's values.
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
  /** With keys the text is stored from the first input on, without keys from the first failed request on. The first
   * key is the current one, the others are earlier ones. */
  readonly keys?: readonly string[];
  readonly version?: string | null;
}

interface Base {
  readonly version: string | null;
  readonly start: FormValues;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Restored text must be visible. */
function openDisclosures(form: HTMLFormElement): void {
  for (let one = form.closest("details"); one !== null; one = one.parentElement?.closest("details") ?? null)
    one.open = true;
}

export function useStoredText(ref: RefObject<HTMLFormElement | null>, options: StoredTextOptions = {}) {
  const { person } = useFormSupport();
  const { keys, version } = options;
  const storesAlways = keys !== undefined;
  const base = useRef<Base | null>(null);
  /** The values of the running request. */
  const submitting = useRef<FormValues | null>(null);
  /** What the server accepted, and the initial values at that time: the page may not have been refreshed since. */
  const accepted = useRef<{ readonly fields: FormValues; readonly start: FormValues } | null>(null);
  /** The values after the last input: untouched fields take the values of a refreshed page by themselves. */
  const lastTyped = useRef<FormValues | null>(null);
  const isStoring = useRef(storesAlways);
  const [restored, setRestored] = useState<{ readonly hadFiles: boolean } | null>(null);
  const [textConflict, setTextConflict] = useState<Extract<Comparison, { kind: "conflict" }> | null>(null);
  const [isDirty, setDirty] = useState(false);

  const baseOf = (form: HTMLFormElement): Base => {
    const start = initialValues(form);
    const isAsAccepted = accepted.current !== null && isSame(start, accepted.current.start);
    return { version: version ?? formVersion(form), start: isAsAccepted ? (accepted.current?.fields ?? start) : start };
  };
  const currentKey = (form: HTMLFormElement) => keys?.[0] ?? formKey(form);
  const remove = (form: HTMLFormElement) => removeStoredText(currentKey(form));

  /** Merges text based on older values into the form as it is now. */
  const reconcile = (form: HTMLFormElement, text: StoredText, now: Base, isStored: boolean) => {
    const comparison = compareText(text, now);
    if (comparison.kind === "same") return remove(form);
    isStoring.current = true;
    setDirty(true);
    openDisclosures(form);
    if (comparison.kind === "conflict") {
      storeText(currentKey(form), text);
      setTextConflict(comparison);
    } else if (isStored) {
      fillForm(form, text.typed);
      storeText(currentKey(form), { ...text, ...now });
      setRestored({ hadFiles: text.hadFiles });
    }
  };

  const restore = (form: HTMLFormElement, now: Base) => {
    for (const key of keys ?? [findStoredKey(form)]) {
      const text = readStoredText(key, person);
      if (text === null) continue;
      removeStoredText(key);
      reconcile(form, text, now, true);
      return;
    }
  };

  // After every render: a refreshed page may contain a newer version of the text that is being edited.
  useEffect(() => {
    const form = ref.current;
    if (form === null || textConflict !== null) return;
    const now = baseOf(form);
    const before = base.current;
    base.current = now;
    if (before === null) {
      restore(form, now);
      // Typed before the script was loaded.
      if (!isSame(currentValues(form), now.start)) handleInput();
    }
    if (before === null || isSame(before, now)) return;
    const typed = lastTyped.current ?? currentValues(form);
    if (submitting.current !== null && isSame(typed, submitting.current)) {
      // The answer decides.
      base.current = before;
      return;
    }
    if (isSame(typed, before.start) || isSame(typed, accepted.current?.fields)) return;
    reconcile(form, { person, ...before, typed, hadFiles: hasSelectedFiles(form) }, now, false);
  });

  useEffect(() => {
    if (!storesAlways || !isDirty) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isLeavingWithoutWarning()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [storesAlways, isDirty]);

  /** Stores the text now and at every change from now on. */
  const store = () => {
    const form = ref.current;
    submitting.current = null;
    if (form === null || base.current === null || textConflict !== null) return;
    isStoring.current = true;
    const typed = currentValues(form);
    const hadFiles = hasSelectedFiles(form);
    if (isSame(typed, base.current.start) && !hadFiles) return remove(form);
    storeText(currentKey(form), { person, ...base.current, typed, hadFiles });
  };
  const handleInput = () => {
    setDirty(true);
    if (ref.current !== null) lastTyped.current = currentValues(ref.current);
    if (isStoring.current) store();
  };
  /** Call before the request starts. */
  const markSubmitting = () => {
    if (ref.current !== null) submitting.current = currentValues(ref.current);
  };
  /** The server has accepted the submitted values; what was typed since then is still unsent. */
  const markSaved = () => {
    const form = ref.current;
    if (form === null) return;
    const typed = currentValues(form);
    accepted.current = { fields: submitting.current ?? typed, start: initialValues(form) };
    submitting.current = null;
    base.current = baseOf(form);
    setRestored(null);
    if (!isSame(typed, accepted.current.fields)) return;
    remove(form);
    lastTyped.current = null;
    isStoring.current = storesAlways;
    setDirty(false);
  };
  /** Continues with the chosen sides; false while a difference has none. */
  const resolveConflict = (chosen: Readonly<Record<string, Side | undefined>>): boolean => {
    const form = ref.current;
    const fields = textConflict === null ? null : chosenFields(textConflict.differences, chosen);
    if (form === null || textConflict === null || fields === null) return false;
    setTextConflict(null);
    fillForm(form, fields);
    storeText(currentKey(form), {
      person,
      ...(base.current as Base),
      typed: currentValues(form),
      hadFiles: hasSelectedFiles(form),
    });
    return true;
  };
  return { restored, textConflict, resolveConflict, store, handleInput, markSubmitting, markSaved };
}
