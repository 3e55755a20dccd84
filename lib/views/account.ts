import type { AccountState } from "@/lib/domain/accounts/account-state";
import type { DepartmentRole, OfficeRole } from "@/lib/domain/permissions/actor";
import type { Bilingual } from "@/lib/i18n/languages";

/** From the stored name of a person to the one in the language of the reader. */
export type PersonNames = (name: string) => string;

/** Who did something, as the reader may know it: a person, or only the office. */
export type Signatory = { readonly name: string } | { readonly office: Bilingual };

/** How a link reached its user: `shown` to the administrator, or `mailed` to the account's mailbox only. */
export type LinkDelivery = "shown" | "mailed";

export type Maker = {
  readonly delivery: LinkDelivery;
  readonly madeBy: string | null;
  readonly madeById: string | null;
};

export type AccountOrigin = {
  /** Null for the first administrator, demo accounts, and accounts older than the audit. */
  readonly openedBy: Maker | null;
  /** The latest link that an administrator created for it: the invitation, or a later reset. */
  readonly lastLink: Maker | null;
};

export interface OwnAccount {
  readonly name: string;
  readonly email: string;
  /** Demo accounts have no password, because several people share one. */
  readonly hasPassword: boolean;
}

export interface SessionView {
  readonly id: string;
  /** Browser and system from the user agent; null for programs. */
  readonly device: string | null;
  readonly address: string | null;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
  readonly isCurrent: boolean;
}

export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly officeRole: OfficeRole | null;
  readonly memberships: readonly { readonly id: string; readonly department: string; readonly role: DepartmentRole }[];
  readonly isDemo: boolean;
  readonly state: AccountState;
  /** No password has been set yet. */
  readonly isInvited: boolean;
  /** When the latest invitation expires or has expired; null without one, and once the password is set. */
  readonly invitationExpiresAt: Date | null;
  /** Null if none is recorded. */
  readonly lastSignedInAt: Date | null;
  /** Roles and password are for another administrator to change. */
  readonly isOneself: boolean;
}

export interface DemoUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly label: Bilingual;
  readonly officeRole: OfficeRole | null;
  readonly membership: { readonly departmentSlug: string; readonly role: DepartmentRole } | null;
}
