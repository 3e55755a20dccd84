// The template sheets of imports, filled with the existing data.
import "server-only";
import { getTranslations } from "next-intl/server";
import { can } from "@/lib/domain/permissions/can";
import type { ListRow } from "@/lib/exports/list-rows";
import { rowsToXlsx } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { DEPARTMENT_HEADINGS } from "@/lib/imports/departments";
import { HOLIDAY_HEADINGS, KIND_WORDS } from "@/lib/imports/holidays";
import type { Headings } from "@/lib/imports/table";
import { ROLE_WORDS, USER_HEADINGS } from "@/lib/imports/users";
import { listHeldRoles } from "@/lib/server/admin/held-roles";
import { getContext } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { listKnownDays } from "@/lib/server/working-days/data";
import { contentDisposition } from "./disposition";
import { guarded } from "./guard";
import { problem } from "./respond";

interface Template {
  readonly key: "holidays" | "departments" | "users";
  readonly headings: Headings<string>;
  readonly rows: (place: 0 | 1) => Promise<ListRow[]>;
}

const TEMPLATES: Readonly<Record<string, Template>> = {
  "holidays.xlsx": {
    key: "holidays",
    headings: HOLIDAY_HEADINGS,
    rows: async (place) =>
      [...(await listKnownDays(db)).values()].map(({ day, kind, name }) => [
        day,
        KIND_WORDS[kind][place] ?? kind,
        name,
      ]),
  },
  "departments.xlsx": {
    key: "departments",
    headings: DEPARTMENT_HEADINGS,
    rows: async () => {
      const open = { where: { closedOn: null }, orderBy: { order: "asc" }, include: { parent: true } } as const;
      const records = await db.department.findMany(open);
      return records.map(({ slug, name, nameEn, parent, divisionCode, creditCode }) => [
        slug,
        name,
        nameEn,
        parent?.slug ?? null,
        divisionCode,
        creditCode,
      ]);
    },
  },
  "users.xlsx": {
    key: "users",
    headings: USER_HEADINGS,
    rows: async (place) =>
      (await listHeldRoles()).map(({ name, email, department, role }) => [
        name,
        email,
        department === null ? null : place === 1 ? department.nameEn : department.name,
        ROLE_WORDS[role][place] ?? role,
      ]),
  },
};

async function fileOf({ key, headings, rows }: Template, lang: Language): Promise<Buffer> {
  const t = await getTranslations("import");
  const place = lang === "en" ? 1 : 0;
  const columns = Object.entries(headings).map(([column, names]) => {
    const type = column === "day" ? ("date" as const) : ("text" as const);
    return { key: column, label: names[place] ?? column, type, unit: null, width: 24 };
  });
  return rowsToXlsx(columns, await rows(place), {
    name: t(`${key}.title`),
    heading: [t(`${key}.title`), t(`${key}.how`)],
  });
}

/** GET /admin/templates/{name} */
export const templateFile = guarded(async (request: Request, { params }: { params: Promise<{ name: string }> }) => {
  const [{ name }, { actor }, lang, t] = [
    await params,
    await getContext(),
    await getLanguage(),
    await getTranslations("import"),
  ];
  if (!can(actor, "administration", null)) return problem(actor.kind === "visitor" ? 401 : 403);
  const template = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
  if (template === undefined) return problem(404);
  const body = request.method === "HEAD" ? null : new Uint8Array(await fileOf(template, lang));
  return new Response(body, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": contentDisposition("attachment", t(`${template.key}.title`), template.key, "xlsx"),
      "cache-control": "private, no-store",
    },
  });
});
