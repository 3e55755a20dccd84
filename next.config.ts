import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const nextConfig: NextConfig = {
  // A second build (browser tests, benchmarks) must not disturb the one being served.
  distDir: process.env.GUATU_DIST ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  // Drawing and writing files needs native code, wasm or files beside the module.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@expo-google-fonts/noto-sans-sc",
    "@prisma/adapter-pg",
    "@resvg/resvg-js",
    "exceljs",
    "fontkit",
    "pdfkit",
    "pg",
    "sharp",
    "subset-font",
    "svg-to-pdfkit",
  ],
};

export default withNextIntl(nextConfig);
