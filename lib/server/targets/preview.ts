// The preview of a target's URL on other sites and in chats: title, promise and chart.
import "server-only";
import type { Metadata } from "next";
import type { Language } from "@/lib/i18n/languages";
import type { Clock } from "@/lib/server/clock";
import type { TargetDetail } from "@/lib/views/target-detail";
import { describeTarget } from "@/lib/wording/describe-target";

/** The size that the sites require, in pixels; drawn at half of it, so that the text is legible when shown small. */
const SIZE = { width: 1200, height: 630 } as const;
const SCALE = 2;
const LOCALES: Readonly<Record<Language, string>> = { "zh-CN": "zh_CN", en: "en_GB" };

interface Seen {
  readonly lang: Language;
  readonly origin: string;
  readonly clock: Pick<Clock, "today" | "isLookingBack">;
}

/** For an internal target only the title, for users who can open its page. */
export function preparePreview(
  { code, title: titles, owner, terms, metric, visibility, isIssued }: TargetDetail,
  { lang, origin, clock }: Seen,
): Metadata {
  const title = `${code} ${titles[lang]}`;
  if (visibility !== "public" || !isIssued) return { title };
  const description = `${owner.name[lang]} · ${describeTarget(terms, metric, lang)}`;
  const page = `${origin}/targets/${encodeURIComponent(code)}`;
  // For an earlier day, the picture shows that day too.
  const asOf: Record<string, string> = clock.isLookingBack ? { asOf: clock.today } : {};
  const drawn = { width: `${SIZE.width / SCALE}`, height: `${SIZE.height / SCALE}`, scale: `${SCALE}` };
  const picture = new URLSearchParams({ lang, ...drawn, ...asOf });
  const images = [{ url: `${page}/chart.png?${picture}`, ...SIZE, type: "image/png", alt: `${title}. ${description}` }];
  const address = clock.isLookingBack ? `${page}?${new URLSearchParams(asOf)}` : page;
  return {
    title,
    description,
    openGraph: {
      type: "article",
      siteName: "Guatu 挂图",
      locale: LOCALES[lang],
      url: address,
      title,
      description,
      images,
    },
    twitter: { card: "summary_large_image", title, description, images },
  };
}
