// Makes one file of a bulletin: node … scripts/bulletin-file.ts FILE-ID DAY. Started by the app for each file.
import "./one-line-faults";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { makeFile } from "@/lib/server/bulletins/files";
import { db } from "@/lib/server/db/client";

const [fileId = "", day = ""] = process.argv.slice(2);
try {
  await makeFile(fileId, isoDate(day));
} finally {
  await db.$disconnect();
}
