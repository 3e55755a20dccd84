// Unsent text in the tab's sessionStorage: per person, removed at sign-out, never shown to another account.
import type { FormValues } from "@/components/forms/form-values";

export interface StoredText {
  /** The author's user id; null for a visitor. */
  readonly person: string | null;
  /** The version of what was being edited; null where it has none. */
  readonly version: string | null;
  /** The initial values of the fields. */
  readonly start: FormValues;
  readonly typed: FormValues;
  /** Files were selected too; they cannot be stored. */
  readonly hadFiles: boolean;
}

const PREFIX = "guatu-text:";
const CHANNEL = "guatu-sign-out";
let leaving = false;
/** One channel for sending and receiving: a BroadcastChannel does not receive its own messages. */
let channel: BroadcastChannel | null = null;

/** True during a reload or sign-in that preserves the text, or a sign-out that removes it: no warning is needed. */
export function isLeavingWithoutWarning(): boolean {
  return leaving;
}

export function leaveWithoutWarning(go: () => void): void {
  leaving = true;
  go();
}

/** Null where the browser has no storage for this site, or a full one. */
function tryStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

export function storeText(key: string, text: StoredText): void {
  tryStorage((storage) => storage.setItem(PREFIX + key, JSON.stringify(text)));
}

export function removeStoredText(key: string): void {
  tryStorage((storage) => storage.removeItem(PREFIX + key));
}

/** The text that this user stored under the key. */
export function readStoredText(key: string, person: string | null): StoredText | null {
  const text = tryStorage((storage) => JSON.parse(storage.getItem(PREFIX + key) ?? "null") as StoredText | null);
  return text !== null && text.person === person ? text : null;
}

/** The keys of all stored texts, of every user. */
export function storedTextKeys(): string[] {
  const keys = tryStorage((storage) => Object.keys(storage)) ?? [];
  return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
}

function removeWhere(isRemoved: (text: StoredText | null) => boolean): void {
  tryStorage((storage) => {
    for (const key of storedTextKeys()) {
      const text = tryStorage(() => JSON.parse(storage.getItem(PREFIX + key) ?? "null") as StoredText | null);
      if (isRemoved(text)) storage.removeItem(PREFIX + key);
    }
  });
}

export function removeStoredTextOfOthers(person: string): void {
  removeWhere((text) => text?.person !== person);
}

/** Removes all stored text in this tab and in the browser's other tabs, which reload as signed out. */
export function removeStoredTextAtSignOut(): void {
  removeWhere(() => true);
  channel?.postMessage(null);
}

/** @returns a function that stops listening */
export function listenForSignOut(): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const opened = new BroadcastChannel(CHANNEL);
  channel = opened;
  opened.onmessage = () => {
    removeWhere(() => true);
    leaveWithoutWarning(() => window.location.reload());
  };
  return () => opened.close();
}
