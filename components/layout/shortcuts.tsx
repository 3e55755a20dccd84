"use client";
import { useEffect } from "react";
import { ignoringComposition } from "@/components/ui/ignoring-composition";

/** Keys typed into these elements are text. */
const TEXT = "input, textarea, select, [contenteditable]";

interface ShortcutsProps {
  /** The ids of the search box, of the menu that contains it on a narrow screen, and of the list of shortcuts. */
  readonly search: string;
  readonly menu: string;
  readonly sheet: string;
}

/** "/" moves the focus to the search; "?" opens and closes the list of keyboard shortcuts. */
export function Shortcuts({ search, menu, sheet }: ShortcutsProps) {
  useEffect(() => {
    const press = ignoringComposition((event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TEXT) !== null) return;
      const box = document.getElementById(search);
      if (event.key === "?") document.getElementById(sheet)?.togglePopover();
      else if (event.key === "/" && box !== null) {
        if (!box.checkVisibility()) document.getElementById(menu)?.showPopover();
        box.focus();
      } else return;
      event.preventDefault();
    });
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [search, menu, sheet]);
  return null;
}
