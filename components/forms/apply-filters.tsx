"use client";
// Applies the filters of the form around it as soon as one changes. Without script the form has a button.
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { filterAddress } from "@/components/forms/filter-address";

const TYPING_MS = 400;

const boxesOf = (form: HTMLFormElement) => form.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
const menusOf = (form: HTMLFormElement) => form.querySelectorAll<HTMLDetailsElement>("details[name][open]");

/** Shows the filters of a new address, except in the search field that is being typed in. */
function showFilters(form: HTMLFormElement): void {
  for (const box of boxesOf(form)) box.checked = box.defaultChecked;
  const search = form.querySelector<HTMLInputElement>("input[type=search]");
  if (search !== null && search !== document.activeElement) search.value = search.defaultValue;
}

/** An open menu closes by Escape and by a click elsewhere. */
function closeMenus(form: HTMLFormElement, signal: AbortSignal): void {
  form.addEventListener(
    "keydown",
    ({ key, target }) => {
      const menu =
        key === "Escape" && target instanceof Element ? target.closest<HTMLDetailsElement>("details[name]") : null;
      if (!menu) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    },
    { signal },
  );
  // Not on pointerdown: on a phone the menus are in the flow, and the pressed element would move away.
  document.addEventListener(
    "click",
    ({ target }) => {
      for (const menu of menusOf(form)) if (!(target instanceof Node && menu.contains(target))) menu.open = false;
    },
    { signal },
  );
}

/** @param query of the address that the form shows */
export function ApplyFilters({ query }: { readonly query: string }) {
  const marker = useRef<HTMLSpanElement>(null);
  const router = useRouter();
  useEffect(() => {
    const form = marker.current?.closest("form") ?? null;
    if (form === null) return;
    const listening = new AbortController();
    const options = { signal: listening.signal };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const apply = () => {
      clearTimeout(timer);
      router.push(filterAddress(new FormData(form), new URL(form.action).pathname), { scroll: false });
    };
    form.addEventListener("change", apply, options);
    form.addEventListener(
      "input",
      (event) => {
        clearTimeout(timer);
        const isTyped = event.target instanceof HTMLInputElement && event.target.type === "search";
        if (isTyped && !(event as InputEvent).isComposing) timer = setTimeout(apply, TYPING_MS);
      },
      options,
    );
    form.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        apply();
      },
      options,
    );
    closeMenus(form, listening.signal);
    // Ticked before this script was loaded.
    if ([...boxesOf(form)].some((box) => box.checked !== box.defaultChecked)) apply();
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [router]);
  useEffect(() => {
    const form = marker.current?.closest("form");
    if (form && query !== null) showFilters(form);
  }, [query]);
  return <span ref={marker} hidden />;
}
