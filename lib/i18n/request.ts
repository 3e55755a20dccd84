// The messages of a request. The URL has no language: one page, one URL.
import { getRequestConfig } from "next-intl/server";
import { getLanguage } from "./preferences";

export default getRequestConfig(async () => {
  const locale = await getLanguage();
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, timeZone: "Asia/Shanghai" };
});
