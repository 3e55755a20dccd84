// The one-click accounts of demo mode: roles, not persons. Production mode never creates them.
import type { DepartmentRole, OfficeRole } from "@/lib/domain/permissions/actor";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Transaction } from "@/lib/server/db/client";
import type { DemoUser } from "@/lib/views/account";

const DEPARTMENT_ROLE_NAMES: Record<DepartmentRole, Bilingual> = {
  reporter: { "zh-CN": "填报人", en: "reporter" },
  reviewer: { "zh-CN": "审核人", en: "reviewer" },
};

const OFFICE_ROLE_NAMES: Record<OfficeRole, Bilingual> = {
  supervisor: { "zh-CN": "督查室督查员", en: "Supervision Office supervisor" },
  administrator: { "zh-CN": "系统管理员", en: "Administrator" },
  reader: { "zh-CN": "内部读者", en: "Internal reader" },
};

function officeUser(role: OfficeRole): DemoUser {
  const label = OFFICE_ROLE_NAMES[role];
  return {
    id: `demo-${role}`,
    email: `${role}@demo.invalid`,
    name: `示例账号·${label["zh-CN"]}`,
    label,
    officeRole: role,
    membership: null,
  };
}

interface NamedDepartment {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A demo account on English pages: "Reporter, Transport Bureau (demo)". Its stored name is Chinese. */
export function demoNameEn(officeRole: OfficeRole | null, membership: { role: DepartmentRole; nameEn: string } | null) {
  const role =
    officeRole === null ? membership && DEPARTMENT_ROLE_NAMES[membership.role].en : OFFICE_ROLE_NAMES[officeRole].en;
  if (!role) return null;
  const capital = `${role.charAt(0).toUpperCase()}${role.slice(1)}`;
  return `${[capital, officeRole === null && membership?.nameEn].filter(Boolean).join(", ")} (demo)`;
}

/** The account of a role in a department: also the author of its sample reports. */
export function demoUserId(departmentSlug: string, role: DepartmentRole): string {
  return `demo-${departmentSlug}-${role}`;
}

function departmentUser(department: NamedDepartment, role: DepartmentRole): DemoUser {
  const roleName = DEPARTMENT_ROLE_NAMES[role];
  return {
    id: demoUserId(department.slug, role),
    email: `${department.slug}.${role}@demo.invalid`,
    name: `示例账号·${department.name}${roleName["zh-CN"]}`,
    label: { "zh-CN": `${department.name}${roleName["zh-CN"]}`, en: `${department.nameEn}, ${roleName.en}` },
    officeRole: null,
    membership: { departmentSlug: department.slug, role },
  };
}

/** Every demo account: a reporter and a reviewer for each department, and one for each office-wide role. */
export function demoUsersFor(departments: readonly NamedDepartment[]): DemoUser[] {
  return [
    ...departments.flatMap((one) => [departmentUser(one, "reporter"), departmentUser(one, "reviewer")]),
    ...(["supervisor", "administrator", "reader"] as const).map(officeUser),
  ];
}

/** Creates missing demo accounts; they have no password and sign in with one click only. */
export async function ensureDemoUsers(tx: Transaction): Promise<void> {
  const departments = await tx.department.findMany({ orderBy: { order: "asc" } });
  const idOf = new Map(departments.map((one) => [one.slug, one.id]));
  const users = demoUsersFor(departments);
  await tx.user.createMany({
    data: users.map(({ id, email, name, officeRole }) => ({ id, email, name, officeRole, isDemo: true })),
    skipDuplicates: true,
  });
  await tx.membership.createMany({
    data: users.flatMap(({ id, membership }) => {
      const departmentId = membership === null ? undefined : idOf.get(membership.departmentSlug);
      return membership === null || departmentId === undefined
        ? []
        : [{ userId: id, departmentId, role: membership.role }];
    }),
    skipDuplicates: true,
  });
}
