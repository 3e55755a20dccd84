// Mails one-time links to the address of the account.
import "server-only";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Sender } from "@/lib/server/mail";
import { LINK_LIFE_MS, type LinkKind } from "./password-links";

const HOUR_MS = 60 * 60 * 1000;

export interface LinkMail {
  readonly kind: LinkKind;
  readonly token: string;
  readonly name: string;
  readonly email: string;
}

/** The page that the link opens. */
export function linkPath(kind: LinkKind, token: string): string {
  return `${kind === "invitation" ? "/invite" : "/reset-password"}?token=${token}`;
}

/**
 * Passes the link to the mail server. It uses the configured URL, never the one of the request: a forged Host header
 * must not leak the secret.
 * @returns false if the server rejected the mail; the reason is in the log
 */
export async function mailLink(
  { kind, token, name, email }: LinkMail,
  lang: Language,
  sender: Sender,
): Promise<boolean> {
  const t = getTranslator(lang);
  const about = kind === "invitation" ? "invitation" : "reset";
  const url = `${sender.url}${linkPath(kind, token)}`;
  const hours = LINK_LIFE_MS[kind] / HOUR_MS;
  const life = hours > 24 ? t("accountMail.lifeDays", { days: hours / 24 }) : t("accountMail.lifeHours", { hours });
  const text = [
    t("accountMail.greeting", { name }),
    t(`accountMail.${about}.text`),
    url,
    life,
    t(`accountMail.${about}.ignore`),
  ];
  try {
    await sender.transport.sendMail({
      from: sender.from,
      to: email,
      subject: t(`accountMail.${about}.subject`),
      text: text.join("\n\n"),
    });
    return true;
  } catch (error) {
    console.error(`guatu: a ${about} mail was not sent: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

/** Connections to the mail server at the same time. */
const AT_ONCE = 5;

/** Mails each link. @returns the addresses whose mail the server rejected */
export async function mailLinks(links: readonly LinkMail[], lang: Language, sender: Sender): Promise<string[]> {
  const failed: string[] = [];
  for (let start = 0; start < links.length; start += AT_ONCE) {
    const batch = links.slice(start, start + AT_ONCE);
    const sent = await Promise.all(batch.map((link) => mailLink(link, lang, sender)));
    failed.push(...batch.filter((_, index) => !sent[index]).map(({ email }) => email));
  }
  return failed;
}
