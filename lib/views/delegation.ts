import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { DepartmentRole } from "@/lib/domain/permissions/actor";
import type { Bilingual } from "@/lib/i18n/languages";

/** A delegation that has not ended. */
export interface DelegationView {
  readonly id: string;
  readonly absent: string;
  readonly delegate: string;
  readonly department: Bilingual;
  readonly role: DepartmentRole;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly hasStarted: boolean;
}

interface DelegatedRole {
  readonly membershipId: string;
  readonly department: Bilingual;
  readonly role: DepartmentRole;
}

/** Who stands in for a person, for whom the person stands in, and what the form offers. */
export interface AbsenceView {
  readonly userId: string;
  readonly today: IsoDate;
  readonly roles: readonly DelegatedRole[];
  readonly delegations: readonly DelegationView[];
  readonly standsInFor: readonly DelegationView[];
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly departments: readonly Bilingual[];
  }[];
}
