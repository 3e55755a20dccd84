import type { Bulletin } from "@/lib/bulletins/document";
import type { Erratum } from "@/lib/bulletins/facts";
import type { SeparationProblem } from "@/lib/bulletins/separation";
import type { BulletinTemplate } from "@/lib/bulletins/template";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import type { BULLETIN_STATES, FileFormat, MAIL_STATES, MailFailure } from "@/lib/schemas/bulletin";
import type { GeneratedFileView } from "@/lib/views/generated-file";

export type BulletinState = (typeof BULLETIN_STATES)[number];

export interface BulletinEntry {
  readonly id: string;
  readonly month: IsoDate;
  readonly cutOffOn: IsoDate;
  readonly year: number;
  readonly number: number | null;
  readonly state: BulletinState;
  readonly template: BulletinTemplate;
  readonly author: string;
}

export interface BulletinFileView extends GeneratedFileView {
  readonly format: FileFormat;
  readonly lang: Language;
}

export interface BulletinView {
  readonly id: string;
  readonly version: number;
  readonly state: BulletinState;
  readonly author: string;
  readonly checker: string | null;
  /** What speaks against a check or a signature by the reader. */
  readonly problems: Readonly<Record<"check" | "sign", readonly SeparationProblem[]>>;
  readonly signer: string | null;
  readonly departments: readonly string[];
  readonly cutOffAt: Date;
  readonly bulletin: Bulletin;
  readonly errata: readonly Erratum[];
}

/** A mail of a published bulletin. */
export interface BulletinMailView {
  readonly id: string;
  readonly address: string;
  readonly state: (typeof MAIL_STATES)[number];
  /** Of the latest attempt; null if none has failed. */
  readonly failure: MailFailure | null;
  /** The answer of the mail server. */
  readonly detail: string;
  readonly attempts: number;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
}

export interface TemplateEntry {
  readonly key: string;
  readonly template: BulletinTemplate;
  /** Whose bulletins it is taken for; null for all departments without a template. */
  readonly office: { readonly slug: string; readonly name: Bilingual } | null;
}

export interface NamingBulletin {
  readonly id: string;
  readonly year: number;
  readonly number: number;
}
