// Typed text in the tab's storage: kept per person, removed at sign-out, never shown to somebody else.
import type { Fields } from "@/components/ui/typed-fields";

export interface KeptText {
  /** Who typed it; null for a visitor. */
  readonly person: string | null;
  /** The version of what was being edited; null where it has none. */
  readonly version: string | null;
  /** What the fields held before anything was typed. */
  readonly start: Fields;
  readonly typed: Fields;
  /** Files were chosen too; no storage can keep them. */
  readonly hadFiles: boolean;
}

const PREFIX = "guatu-text:";
const CHANNEL = "guatu-sign-out";
let leaving = false;
/** One for sending and receiving: a channel does not hear itself. */
let channel: BroadcastChannel | null = null;

/** True while a reload or sign-in is under way that keeps the text, or a sign-out that removes it: no warning then. */
export function isLeavingOnPurpose(): boolean {
  return leaving;
}

export function leaveOnPurpose(go: () => void): void {
  leaving = true;
  go();
}

/** Null where the browser has no storage for this site, or a full one. */
function attempt<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

export function keepText(key: string, text: KeptText): void {
  attempt((storage) => storage.setItem(PREFIX + key, JSON.stringify(text)));
}

export function dropText(key: string): void {
  attempt((storage) => storage.removeItem(PREFIX + key));
}

/** What was kept under the key by this person. */
export function readText(key: string, person: string | null): KeptText | null {
  const text = attempt((storage) => JSON.parse(storage.getItem(PREFIX + key) ?? "null") as KeptText | null);
  return text !== null && text.person === person ? text : null;
}

/** The keys of all kept text, of every person. */
export function textKeys(): string[] {
  const keys = attempt((storage) => Object.keys(storage)) ?? [];
  return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
}

function dropWhere(isDropped: (text: KeptText | null) => boolean): void {
  attempt((storage) => {
    for (const key of textKeys()) {
      const text = attempt(() => JSON.parse(storage.getItem(PREFIX + key) ?? "null") as KeptText | null);
      if (isDropped(text)) storage.removeItem(PREFIX + key);
    }
  });
}

export function dropTextOfOthers(person: string): void {
  dropWhere((text) => text?.person !== person);
}

/** Removes everybody's text here and in the browser's other tabs, which reload as signed out. */
export function dropTextAtSignOut(): void {
  dropWhere(() => true);
  channel?.postMessage(null);
}

/** @returns how to stop following */
export function followSignOut(): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const opened = new BroadcastChannel(CHANNEL);
  channel = opened;
  opened.onmessage = () => {
    dropWhere(() => true);
    leaveOnPurpose(() => window.location.reload());
  };
  return () => opened.close();
}
