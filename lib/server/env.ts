// Reads and validates the environment; no other module of the app does. scripts/ pass it on.
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { dataFolder, embeddedUrl } from "@/lib/server/db/engine/data-folder";

const DEMO_SECRET = "known to everybody, as demo mode lets everybody in by one click";

const optionalText = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

const day = optionalText.transform((text, context): IsoDate | undefined => {
  if (text === undefined) return undefined;
  const parsed = parseIsoDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: "custom", message: "must be a date like 2023-09-30" });
  return z.NEVER;
});

const schema = z.object({
  DATABASE_URL: optionalText.pipe(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must start with postgresql://")
      .optional(),
  ),
  GUATU_MODE: z.enum(["demo", "production"]).default("demo"),
  GUATU_TODAY: day,
  GUATU_DATA: optionalText.transform((text) => text ?? "./data"),
  GUATU_S3_BUCKET: optionalText,
  GUATU_S3_ENDPOINT: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  GUATU_SMTP_URL: optionalText.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
  GUATU_MAIL_FROM: optionalText,
  GUATU_WEBHOOKS: optionalText,
  GUATU_SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(10_080).default(120),
  GUATU_SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
  GUATU_SECRET: optionalText,
  BETTER_AUTH_SECRET: optionalText,
  GUATU_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: optionalText,
  GUATU_STYLEGUIDE: optionalText.pipe(z.literal("on").optional()),
  GUATU_NEW_SECRET: optionalText.pipe(z.literal("accepted").optional()),
  GUATU_NEW_FILES: optionalText.pipe(z.literal("accepted").optional()),
});

export type Env = {
  readonly DATABASE_URL: string;
  readonly GUATU_MODE: "demo" | "production";
  readonly GUATU_TODAY: IsoDate | undefined;
  readonly GUATU_DATA: string;
  /** Signs sessions: as set, or as the first start stored it in GUATU_DATA; undefined: there is none yet. */
  readonly SECRET?: string;
  /** The public URL of the app, e.g. https://guatu.example.gov.cn; undefined: the URL of the request. */
  readonly GUATU_URL?: string;
  /** The bucket of an S3-compatible storage for files; undefined: the data folder. */
  readonly GUATU_S3_BUCKET?: string;
  readonly GUATU_S3_ENDPOINT?: string;
  /** smtp://user:password@host:587; undefined: no mail is sent. */
  readonly GUATU_SMTP_URL?: string;
  /** The sender of mails, e.g. 督查室 <dcs@example.gov.cn>. */
  readonly GUATU_MAIL_FROM?: string;
  /** Webhooks separated by line breaks or semicolons: format, address and secret, separated by spaces. */
  readonly GUATU_WEBHOOKS?: string;
  /** A session ends after this time without use. */
  readonly GUATU_SESSION_IDLE_MINUTES: number;
  /** A session ends this long after signing in. */
  readonly GUATU_SESSION_HOURS: number;
  readonly PORT: number;
  readonly HOST?: string;
  /** Shows /styleguide in a production build too; the browser tests need it. */
  readonly GUATU_STYLEGUIDE?: "on";
  /** Accepts a secret or file storage that differs from the recorded one, with the consequences. */
  readonly GUATU_NEW_SECRET?: "accepted";
  readonly GUATU_NEW_FILES?: "accepted";
};

function storedSecret(root: string): string | undefined {
  const path = dataFolder(root).secret;
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}

/** Reads the environment, or throws one error that names every invalid setting. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`wrong settings: ${lines.join("; ")}`);
  }
  const { BETTER_AUTH_SECRET, GUATU_SECRET, ...rest } = result.data;
  const secret = GUATU_SECRET ?? BETTER_AUTH_SECRET ?? storedSecret(rest.GUATU_DATA);
  if (secret !== undefined && secret.length < 32) {
    throw new Error("wrong settings: GUATU_SECRET must have 32 characters or more");
  }
  return { ...rest, DATABASE_URL: rest.DATABASE_URL ?? embeddedUrl(rest.GUATU_DATA), SECRET: secret };
}

/**
 * The secret that signs sessions. Read only where sessions are signed: a backup needs none.
 * @throws Error in production mode if none is set and none is stored.
 */
export function sessionSecret({ SECRET, GUATU_MODE }: Env): string {
  if (SECRET !== undefined) return SECRET;
  if (GUATU_MODE === "demo") return DEMO_SECRET;
  throw new Error("wrong settings: no secret is set and none is stored in GUATU_DATA (npm start creates one)");
}

/** Whether the database is embedded in the data folder, not on a server. */
export function isEmbedded({ DATABASE_URL, GUATU_DATA }: Env): boolean {
  return DATABASE_URL === embeddedUrl(GUATU_DATA);
}

export const env: Env = readEnv(process.env);
