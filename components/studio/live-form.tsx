"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";

interface LiveFormProps {
  readonly action: string;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
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
export function LiveForm({ action, label, className, children }: LiveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const [isBusy, start] = useTransition();
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    const show = () => {
      const filled = [...new FormData(element)].filter(([, value]) => value !== "");
      const query = new URLSearchParams(filled.map(([name, value]) => [name, String(value)]));
      start(() => router.replace(`${action}?${query}`, { scroll: false }));
    };
    // The browser's native event: it fires when a field loses the focus, not at each letter.
    element.addEventListener("change", show);
    if (isTouched(element)) show();
    return () => element.removeEventListener("change", show);
  }, [action, router]);
  return (
    <form ref={form} method="get" action={action} aria-label={label} aria-busy={isBusy} className={className}>
      {children}
    </form>
  );
}
