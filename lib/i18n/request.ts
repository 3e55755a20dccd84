// Which words a request is answered in. There is no language in the address: one page, one address.
import { getRequestConfig } from "next-intl/server";
import { getLanguage } from "./preferences";

export default getRequestConfig(async () => {
  const locale = await getLanguage();
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, timeZone: "Asia/Shanghai" };
});
