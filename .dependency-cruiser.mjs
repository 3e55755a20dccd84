// The import directions of docs/ARCHITECTURE.md. scripts/checks/planted breaks one on purpose: it must be caught.
/** @type {(name: string, from: string, to: string, comment: string) => object} */
const never = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { path: to },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    never(
      "domain-is-pure",
      "^(lib/domain|scripts/checks/planted)/",
      "^(app|components|lib/(server|actions|exports|imports|schemas|charts)|prisma|node_modules/(next|react|@prisma)/)",
      "Rules use no database, no screen and no clock.",
    ),
    never(
      "charts-are-pure",
      "^lib/charts/",
      "^(app|components|lib/(server|actions|exports))/",
      "A chart model is data.",
    ),
    never(
      "bulletins-are-pure",
      "^lib/bulletins/",
      "^(app|components|lib/(server|actions|exports|schemas))/",
      "A bulletin consists of facts and text.",
    ),
    never(
      "schemas-are-shared",
      "^lib/schemas/",
      "^(app|components|lib/(server|actions|exports/(?!export-bounds)))",
      "Forms use them too.",
    ),
    never(
      "i18n-imports-nothing-above",
      "^lib/i18n/",
      "^(app|components|prisma)/|^lib/(?!i18n/|domain/)",
      "Every layer takes its texts from lib/i18n.",
    ),
    never(
      "wording-imports-nothing-above",
      "^lib/wording/",
      "^(app|components|prisma)/|^lib/(?!wording/|domain/|i18n/)",
      "Charts, files and pages share the same texts.",
    ),
    {
      name: "server-reads-and-writes-only",
      comment: "Requests, redirects and responses belong to lib/http, lib/actions and lib/request.",
      severity: "error",
      from: { path: "^lib/server/(?!auth/|origin\\.ts)", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^node_modules/next/", dependencyTypesNot: ["type-only"] },
    },
    never("server-imports-no-pages", "^lib/(server|actions)/", "^app/", "Pages call the server, not the reverse."),
    never(
      "exports-import-no-server",
      "^lib/exports/",
      "^(app|lib/(server|actions))/",
      "Rows and charts come in, bytes go out.",
    ),
    {
      name: "connections-in-one-module",
      comment: "Every connection takes the session settings of lib/server/db/connection.ts.",
      severity: "error",
      from: {
        pathNot:
          "\\.test\\.tsx?$|^node_modules/|^lib/server/db/|^lib/server/jobs/queue\\.ts$|^testing/watch-statements\\.ts$",
      },
      to: { path: "^node_modules/(pg|pg-boss|@prisma/adapter-pg)/", dependencyTypesNot: ["type-only"] },
    },
    never(
      "product-imports-no-tests",
      "^(app|components|lib|prisma|scripts)/",
      "^testing/",
      "testing/ serves tests only.",
    ),
    never(
      "components-import-nothing-from-the-server",
      "^components/",
      "^(app|lib/server)/",
      "Pages read data and pass it to components.",
    ),
    never(
      "ui-kit-is-domain-free",
      "^components/ui/",
      "^(app|components/(?!ui/)|lib/(server|domain|actions|schemas|views|http|charts|exports|imports))/",
      "The kit knows buttons and fields, not targets. Texts come in as props.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/server/db/generated|\\.next" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
