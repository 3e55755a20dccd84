import type { ChartSubject } from "@/lib/views/chart";

export interface ChartUrls {
  /** The page that tells all of it. */
  readonly page: string;
  /** The files, without their ending. */
  readonly files: string;
  /** What a frame on another site shows. */
  readonly frame: string;
}

/** @returns paths from the root; a comparison's targets are named in the query. */
export function chartUrls(subject: ChartSubject): ChartUrls {
  switch (subject.of) {
    case "overview":
      return { page: "/", files: "/chart", frame: "/embed/overview" };
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
