// The response if a file's row exists but its bytes are not in the storage: a page for browsers, a problem for others.
import "server-only";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import { html } from "./html";
import { problem } from "./respond";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE =
  ":root{color-scheme:light dark}body{font:1rem/1.7 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}";

export async function missingFile(request: Request): Promise<Response> {
  const lang = await getLanguage();
  const t = getTranslator(lang);
  if (!request.headers.get("accept")?.includes("text/html")) return problem(500, t("missingFile.lead"));
  const page = html`<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${t("missingFile.title")}</title><style>${STYLE}</style><h1>${t("missingFile.title")}</h1><p>${t("missingFile.lead")}</p></html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
    "cache-control": "no-store",
  };
  return new Response(page.html, { status: 500, headers });
}
