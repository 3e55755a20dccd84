// Who reported, reviewed and revised a target, as the reader may know it: visitors see the office of each person, unless
// an administrator has decided otherwise.
import "server-only";
import { LANGUAGES } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { revisedResponsibilitySchema } from "@/lib/schemas/responsibility";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { departmentName, namedAt } from "@/lib/server/departments/names";
import { getSiteSettings } from "@/lib/server/site-settings/data";
import type { Signatory } from "@/lib/views/account";
import type { DepartmentName } from "@/lib/views/target";

interface Person {
  readonly name: string;
}

export interface Signatories {
  /** A person of the department that owned the target at `at`. */
  readonly ofOwner: (person: Person, at: Date) => Signatory;
  /** A person of the supervision office. */
  readonly ofOffice: (person: Person) => Signatory;
}

const NAMES: Signatories = { ofOwner: ({ name }) => ({ name }), ofOffice: ({ name }) => ({ name }) };

const SUPERVISION_OFFICE = Object.fromEntries(
  LANGUAGES.map((lang) => [lang, getTranslator(lang)("comments.office")]),
) as DepartmentName["name"];

interface Revised {
  readonly revisedAt: Date;
  readonly before: Prisma.JsonValue;
}

/** By revision that changed the owner, oldest first: when, and the slug of the owner before. */
function formerOwners(revisions: readonly Revised[]): { readonly until: Date; readonly slug: string }[] {
  return revisions
    .flatMap(({ revisedAt, before }) => {
      const { owner } = revisedResponsibilitySchema.parse(before);
      return owner === undefined ? [] : [{ until: revisedAt, slug: owner }];
    })
    .sort((one, other) => one.until.getTime() - other.until.getTime());
}

/** @param owner the owner on the context's day */
export async function readSignatories(
  owner: DepartmentName,
  revisions: readonly Revised[],
  { actor, clock }: Context,
): Promise<Signatories> {
  if (actor.kind !== "visitor" || (await getSiteSettings()).showsNames) return NAMES;
  const former = formerOwners(revisions);
  const departments =
    former.length === 0
      ? []
      : await db.department.findMany({
          where: { slug: { in: former.map(({ slug }) => slug) } },
          include: namedAt(clock.knownUntil),
        });
  const names = new Map(departments.map((one) => [one.slug, departmentName(one).name]));
  return {
    ofOwner: (_person, at) => {
      const slug = former.find(({ until }) => at < until)?.slug;
      return { office: (slug === undefined ? undefined : names.get(slug)) ?? owner.name };
    },
    ofOffice: () => ({ office: SUPERVISION_OFFICE }),
  };
}
