// Which hourly and daily backups are still worth their space. Manual backups are never deleted.
const KEPT = { hourly: 48, daily: 7 } as const;

export type Kind = keyof typeof KEPT;

export function stamp(now: Date): string {
  return now.toISOString().replace(/\.\d+/, "").replaceAll(":", "-");
}

/** A backup's name sorts by its time: guatu-hourly-2026-11-25T04-00-00Z.tar.gz. */
export function backupName(kind: Kind | undefined, now: Date): string {
  return `guatu-${kind === undefined ? "" : `${kind}-`}${stamp(now)}.tar.gz`;
}

function filterKind(kind: Kind, names: readonly string[]): string[] {
  const pattern = new RegExp(`^guatu-${kind}-[0-9TZ-]+\\.tar\\.gz$`);
  return names.filter((name) => pattern.test(name)).sort();
}

/** One backup with files per day; the others contain the database only, because stored files never change. */
export function getDueKind(names: readonly string[], now: Date): Kind {
  const today = backupName("daily", now).slice(0, "guatu-daily-2026-11-25".length);
  return filterKind("daily", names).some((name) => name.startsWith(today)) ? "hourly" : "daily";
}

export function listExpired(names: readonly string[]): string[] {
  return (Object.keys(KEPT) as Kind[]).flatMap((kind) => filterKind(kind, names).slice(0, -KEPT[kind]));
}
