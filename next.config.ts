import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const EVERYWHERE = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
];
/** The embedded figure may stand in other sites' frames; it, the wall and SVG files bring stricter policies of their own. */
const NOT_FRAMED = [{ key: "content-security-policy", value: "frame-ancestors 'self'" }];

const nextConfig: NextConfig = {
  // A second build (browser tests, benchmarks) must not disturb the one being served.
  distDir: process.env.GUATU_DIST ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/((?!embed/|wall$|(?:.*/)?chart\\.svg$).*)", headers: NOT_FRAMED },
  ],
  // Drawing and writing files needs native code, wasm or files beside the module.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@expo-google-fonts/noto-sans-sc",
    "@prisma/adapter-pg",
    "@resvg/resvg-js",
    "exceljs",
    "file-type",
    "fontkit",
    "pdfkit",
    "pg",
    "sharp",
    "subset-font",
    "svg-to-pdfkit",
  ],
};

export default withNextIntl(nextConfig);
