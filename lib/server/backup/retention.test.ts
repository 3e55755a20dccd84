import { expect, it } from "vitest";
import { backupName, getDueKind, listExpired } from "@/lib/server/backup/retention";

const at = (hours: number) => new Date(Date.UTC(2026, 10, 25, hours));

it("names a backup by its kind and time, so that names sort by age", () => {
  expect(backupName("hourly", at(4))).toBe("guatu-hourly-2026-11-25T04-00-00Z.tar.gz");
  expect(backupName(undefined, at(4))).toBe("guatu-2026-11-25T04-00-00Z.tar.gz");
});

it("includes files in the first backup of a day, and only the database in the others", () => {
  expect(getDueKind([], at(4))).toBe("daily");
  expect(getDueKind([backupName("daily", at(4))], at(5))).toBe("hourly");
  expect(getDueKind([backupName("daily", at(4))], at(25))).toBe("daily");
  expect(getDueKind([backupName(undefined, at(4))], at(5))).toBe("daily");
});

it("retains 48 hourly and 7 daily backups, and every manual one", () => {
  const hourly = Array.from({ length: 50 }, (_, hour) => backupName("hourly", at(hour)));
  const daily = Array.from({ length: 9 }, (_, day) => backupName("daily", at(day * 24)));
  const byHand = Array.from({ length: 60 }, (_, hour) => backupName(undefined, at(hour)));
  const gone = listExpired([...hourly, "notes.txt", ...byHand, ...daily].reverse());
  expect(gone).toEqual([...hourly.slice(0, 2), ...daily.slice(0, 2)]);
});
