import type { ChartSubject } from "@/lib/views/chart";

export interface ChartUrls {
  /** The page with the full content. */
  readonly page: string;
  /** The files, without their extension. */
  readonly files: string;
  /** The page for frames on other sites. */
  readonly frame: string;
}

/** @returns absolute paths; the query names the targets of a comparison. */
export function chartUrls(subject: ChartSubject): ChartUrls {
  switch (subject.of) {
    case "overview":
      return { page: subject.by === undefined ? "/" : `/?by=${subject.by}`, files: "/chart", frame: "/embed/overview" };
    case "comparison":
      return { page: "/targets", files: "/comparison/chart", frame: "/embed/comparison" };
    case "target": {
      const page = `/targets/${encodeURIComponent(subject.code)}`;
      return { page, files: `${page}/chart`, frame: `/embed${page}` };
    }
    case "department": {
      const page = `/departments/${encodeURIComponent(subject.slug)}`;
      return { page, files: `${page}/chart`, frame: `/embed${page}` };
    }
  }
}
