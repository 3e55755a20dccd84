"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";

interface LiveFormProps {
  readonly action: string;
  readonly label: string;
  readonly undo: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The queries before each change, oldest first, for this tab. */
const EARLIER = "guatu-studio-earlier";
const MOST_EARLIER = 50;

function readEarlier(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(EARLIER) ?? "[]") as string[];
  } catch {
    return [];
  }
}

function writeEarlier(queries: readonly string[]): void {
  try {
    sessionStorage.setItem(EARLIER, JSON.stringify(queries.slice(-MOST_EARLIER)));
  } catch {
    // Without storage there is no undo.
  }
}

/** Whether a field was changed before the script was loaded. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((one) => {
    if (one instanceof HTMLSelectElement)
      return [...one.options].some((option) => option.selected !== option.defaultSelected);
    return one instanceof HTMLInputElement && (one.value !== one.defaultValue || one.checked !== one.defaultChecked);
  });
}

/** A form whose state is the URL: a finished change is shown at once. Without script its button does the same. */
export function LiveForm({ action, label, undo, className, children }: LiveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [canUndo, setCanUndo] = useState(false);
  useEffect(() => setCanUndo(readEarlier().length > 0), []);
  // Loads the page, so that every field has its earlier value.
  const goBack = () => {
    const queries = readEarlier();
    const last = queries.pop();
    writeEarlier(queries);
    if (last !== undefined) window.location.assign(`${action}${last}`);
  };
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    const show = () => {
      const filled = [...new FormData(element)].filter(([, value]) => value !== "");
      const query = new URLSearchParams(filled.map(([name, value]) => [name, String(value)]));
      writeEarlier([...readEarlier(), window.location.search]);
      setCanUndo(true);
      start(() => router.replace(`${action}?${query}`, { scroll: false }));
    };
    // The browser's native event: it fires when a field loses the focus, not at each letter.
    element.addEventListener("change", show);
    if (isTouched(element)) show();
    return () => element.removeEventListener("change", show);
  }, [action, router]);
  return (
    <form ref={form} method="get" action={action} aria-label={label} aria-busy={isBusy} className={className}>
      <Button size="sm" onClick={goBack} disabled={!canUndo} className="needs-script">
        {undo}
      </Button>
      {children}
    </form>
  );
}
