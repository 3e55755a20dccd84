// The URLs for tests of every page, by account.
import type { Language } from "@/lib/i18n/languages";

export const PUBLIC = [
  "/",
  "/targets",
  "/targets?q=%E4%B8%8D%E5%AD%98%E5%9C%A8",
  "/targets/NT-T01",
  "/targets/NT-T03",
  "/targets/NT-M09",
  "/targets/NT-B05",
  "/departments",
  "/departments/commerce",
  "/metrics/transport-investment",
  "/sources",
  "/sources/nantong-daily-321",
  "/sources/nantong-daily-321/outcomes",
  "/bulletins",
  "/method",
  "/sign-in",
  "/forgot-password",
  "/reset-password",
  "/embed/targets/NT-T02",
  "/embed/overview",
  "/embed/comparison?targets=NT-T02,NT-T03",
  "/studio?targets=NT-T02",
  "/studio?targets=NT-T02,NT-T03,NT-M10",
  "/studio?department=commerce",
];
export const REPORTER = [
  "/my",
  "/my/entry",
  "/targets/bulk/receive",
  "/settings",
  "/settings/account",
  "/targets/NT-M01/report",
];
export const SUPERVISOR = [
  "/supervision",
  "/start",
  "/audit",
  "/bulletins",
  "/bulletins/templates",
  "/targets/new",
  "/targets/import",
  "/targets/bulk/issue",
  "/targets/bulk/close?department=commerce",
  "/targets/bulk/carry-over?department=commerce",
  "/targets/bulk/revise?department=commerce",
  "/targets/bulk/label?department=commerce",
  "/targets/labels",
  "/sources/new",
  "/targets/NT-T03",
  "/targets/NT-M01/revise",
  "/targets/NT-T04?asOf=2023-06-30",
  "/targets/NT-T02b/visibility",
];
export const ADMINISTRATOR = [
  "/admin/users?invite=yes",
  "/admin/users?user=demo-transport-reporter",
  "/admin/users/import",
  "/admin/users/hand-over",
  "/admin/departments",
  "/admin/metrics",
  "/admin/metrics/transport-investment",
  "/admin/calendars",
  "/admin/working-days",
  "/admin/reminders",
  "/admin/settings",
  "/admin/rules?aheadFrom=20&onTrackWithin=-10&behindWithin=0",
];

/** The labels of the demo account buttons. */
export const ACCOUNTS = {
  reporter: { "zh-CN": "市科学技术局填报人", en: "Science and Technology Bureau, reporter" },
  reviewer: { "zh-CN": "市科学技术局审核人", en: "Science and Technology Bureau, reviewer" },
  supervisor: { "zh-CN": "督查室督查员", en: "Supervision Office supervisor" },
  administrator: { "zh-CN": "系统管理员", en: "Administrator" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
