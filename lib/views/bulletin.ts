import type { Bulletin } from "@/lib/bulletins/document";
import type { Erratum } from "@/lib/bulletins/facts";
import type { BulletinTemplate } from "@/lib/bulletins/template";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import type { BULLETIN_STATES, FILE_STATES, FileFailure, FileFormat } from "@/lib/schemas/bulletin";

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

export interface BulletinFileView {
  readonly id: string;
  readonly format: FileFormat;
  readonly lang: Language;
  readonly state: (typeof FILE_STATES)[number];
  /** Null unless it has failed. */
  readonly failure: FileFailure | null;
  /** Requested, and no worker is running to generate it. */
  readonly isStalled: boolean;
  readonly done: number;
  readonly total: number;
  readonly size: number | null;
}

export interface BulletinView {
  readonly id: string;
  readonly version: number;
  readonly state: BulletinState;
  readonly author: string;
  /** Drafted by the reader: somebody else should sign it. */
  readonly isOwnDraft: boolean;
  readonly signer: string | null;
  readonly departments: readonly string[];
  readonly cutOffAt: Date;
  readonly bulletin: Bulletin;
  readonly errata: readonly Erratum[];
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
