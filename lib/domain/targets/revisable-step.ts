// A step of a milestone as revisions store it.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { MilestoneStep } from "@/lib/domain/targets/types";

/** The weight and the titles are absent where they were stored before revisions could change weights and remove steps. */
export interface RevisableStep {
  readonly key: string;
  readonly plannedOn: IsoDate;
  readonly weight?: number | undefined;
  readonly title?: string | undefined;
  readonly titleEn?: string | undefined;
}

export function toRevisableStep({ key, plannedOn, weight, title, titleEn }: MilestoneStep): RevisableStep {
  return { key, plannedOn, weight, title, titleEn };
}

/** What is absent comes from the step with the same key; null if there is none and the title is absent too. */
export function toStep(
  { key, plannedOn, ...stored }: RevisableStep,
  known: MilestoneStep | undefined,
): MilestoneStep | null {
  const title = stored.title ?? known?.title;
  if (title === undefined) return null;
  const titleEn = stored.titleEn ?? known?.titleEn ?? title;
  return { key, title, titleEn, weight: stored.weight ?? known?.weight ?? 1, plannedOn };
}
