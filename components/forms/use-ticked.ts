"use client";
// The ticked checkboxes of a bulk action: they are anywhere on the page and name their form.
import { useEffect, useState } from "react";

/** The checkboxes that belong to the form with this id. */
export function boxesOf(form: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[form="${form}"][type="checkbox"]`)];
}

/** The number of ticked boxes; null before the script runs: then the server answers. */
export function useTicked(form: string) {
  const [ticked, setTicked] = useState<number | null>(null);
  const count = () => setTicked(boxesOf(form).filter((box) => box.checked).length);
  useEffect(() => {
    count();
    const changed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.getAttribute("form") === form) count();
    };
    document.addEventListener("change", changed);
    return () => document.removeEventListener("change", changed);
  });
  const check = (choose: (box: HTMLInputElement) => boolean) => {
    for (const box of boxesOf(form)) box.checked = choose(box);
    count();
  };
  return { ticked, check };
}
