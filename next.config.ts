import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const EVERYWHERE = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
];
/** The embedded figure may stand in other sites' frames; it, evidence, the wall and SVG bring stricter policies. */
const NOT_FRAMED = [{ key: "content-security-policy", value: "frame-ancestors 'self'" }];

const nextConfig: NextConfig = {
  // The launcher names the folder of a build; reloading code in development has its own.
  distDir: process.env.GUATU_DIST ?? ".next",
  typescript: { tsconfigPath: process.env.GUATU_TSCONFIG ?? "tsconfig.json" },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  // Every picture is a file of its own, shown as it is. The optimizer would keep copies past the end of what may be read.
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/((?!embed/|evidence/|wall$|(?:.*/)?chart\\.svg$).*)", headers: NOT_FRAMED },
    // These addresses are secrets.
    { source: "/calendar/:path*", headers: [{ key: "referrer-policy", value: "no-referrer" }] },
  ],
  // Drawing and writing files needs native code, wasm or files beside the module.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@expo-google-fonts/noto-sans-sc",
    "@prisma/adapter-pg",
    "@napi-rs/canvas",
    "exceljs",
    "file-type",
    "fontkit",
    "pdfkit",
    "pg",
    "piscina",
    "sharp",
    "svg-to-pdfkit",
  ],
};

export default withNextIntl(nextConfig);
