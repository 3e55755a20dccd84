// The OpenAPI document, generated from the schemas that parse the requests and validate the responses in the tests.
import "server-only";
import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import {
  departmentSchema,
  healthSchema,
  listSchema,
  problemSchema,
  targetDetailSchema,
  targetListQuerySchema,
  targetPathSchema,
  targetQuerySchema,
  targetSchema,
} from "@/lib/schemas/api";
import { updateBodySchema, updateCreatedSchema } from "@/lib/schemas/api-reports";
import { CHART_FORMATS, chartQuerySchema, compareQuerySchema, overviewQuerySchema } from "@/lib/schemas/chart-query";
import { CONTENT_TYPES } from "@/lib/server/charts/draw";
import { VERSION } from "@/lib/server/version";

function json(description: string, schema: z.ZodType) {
  return { description, content: { "application/json": { schema } } };
}

function wrong(description: string) {
  return { description, content: { "application/problem+json": { schema: problemSchema } } };
}

const FAULTS: ZodOpenApiResponsesObject = {
  "500": wrong("Internal error; no changes were made"),
  "503": wrong("Try again later: the database is unreachable, or too many charts are being rendered"),
};
const READING_FAULTS: ZodOpenApiResponsesObject = {
  "304": { description: "Unchanged since the ETag in If-None-Match" },
  "400": wrong("Invalid parameters, each listed in `errors`"),
  ...FAULTS,
};
const NOT_THERE: ZodOpenApiResponsesObject = { "404": wrong("Not found, or not visible to this account") };

const CODE = { path: targetPathSchema };

const DATA_PATHS: ZodOpenApiPathsObject = {
  "/api/v1/targets": {
    get: {
      summary: "List targets that match the filters, one page at a time",
      requestParams: { query: targetListQuerySchema },
      responses: { "200": json("One page", listSchema(targetSchema)), ...READING_FAULTS },
    },
  },
  "/api/v1/targets/{code}": {
    get: {
      summary: "Get a target with its approved readings, steps and revisions",
      requestParams: { ...CODE, query: targetQuerySchema },
      responses: { "200": json("The target", targetDetailSchema), ...READING_FAULTS, ...NOT_THERE },
    },
  },
  "/api/v1/targets/{code}/updates": {
    post: {
      summary: "Submit a report for review, as the signed-in reporter of the owning department",
      requestParams: {
        ...CODE,
        header: z.object({
          "Idempotency-Key": z
            .string()
            .max(60)
            .optional()
            .meta({ description: "A retry with the same key creates no second report" }),
        }),
      },
      requestBody: { content: { "application/json": { schema: updateBodySchema } } },
      responses: {
        "201": json("Submitted", updateCreatedSchema),
        "200": json("Already submitted by an earlier request with this key", updateCreatedSchema),
        "400": wrong("The body is not valid JSON, or the key is invalid"),
        "401": wrong("Not signed in"),
        "403": wrong("This account may not report on the target, or the request comes from another origin"),
        ...NOT_THERE,
        "409": wrong("Conflict: a report for that date is already submitted or approved"),
        "413": wrong("The body is longer than 64 KiB"),
        "415": wrong("The body is not application/json"),
        "422": wrong("Invalid fields, each listed in `errors`"),
        ...FAULTS,
      },
    },
  },
  "/api/v1/departments": {
    get: {
      summary: "List departments with their number of targets by light",
      requestParams: { query: targetQuerySchema },
      responses: { "200": json("All departments", listSchema(departmentSchema)), ...READING_FAULTS },
    },
  },
  "/api/health": {
    get: {
      summary: "Check the connection to the database",
      responses: {
        "200": json("The database is reachable", healthSchema),
        "503": json("The database is unreachable", healthSchema),
      },
    },
  },
};

const SLUG = { path: z.object({ slug: z.string() }) };

/** Each chart with its path, without extension, and its parameters. */
const CHARTS = [
  { address: "/targets/{code}/chart", what: "The target's chart", requestParams: { ...CODE, query: chartQuerySchema } },
  {
    address: "/departments/{slug}/chart",
    what: "The department's chart",
    requestParams: { ...SLUG, query: chartQuerySchema },
  },
  { address: "/chart", what: "The overview's chart", requestParams: { query: overviewQuerySchema } },
  { address: "/comparison/chart", what: "Targets compared", requestParams: { query: compareQuerySchema } },
] as const;

function chartPaths(): ZodOpenApiPathsObject {
  const files = CHARTS.flatMap((chart) => CHART_FORMATS.map((format) => ({ ...chart, format })));
  const paths = files.map(({ address, what, requestParams, format }) => [
    `${address}.${format}`,
    {
      get: {
        summary: `${what} as ${format.toUpperCase()}`,
        requestParams,
        responses: {
          "200": {
            description: "The file",
            content: { [CONTENT_TYPES[format]]: { schema: { type: "string" as const, format: "binary" } } },
          },
          ...READING_FAULTS,
          ...NOT_THERE,
        },
      },
    },
  ]);
  return Object.fromEntries(paths);
}

export function openApiDocument(): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Guatu 挂图",
      version: VERSION,
      description:
        "Quantified commitments and their progress. Measures are decimal strings in the metric's unit; dates are in the " +
        "time zone of the city. Requests without a session return public data. Reading needs no key and allows every origin.",
    },
    paths: { ...DATA_PATHS, ...chartPaths() },
  });
}
