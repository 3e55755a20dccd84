import type { DepartmentRole } from "@/lib/domain/permissions/actor";
import type { DepartmentName } from "@/lib/views/target";

/** A department with targets in force and nobody who can report, or nobody who can review. */
export interface Vacancy {
  readonly department: DepartmentName;
  readonly role: DepartmentRole;
  /** Its targets that need reports. */
  readonly targets: number;
  /** People with the role who have not set a password yet. */
  readonly waiting: number;
}
