import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const EVERYWHERE = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
];
/** Other sites may frame the embedded figure; it, evidence, the wall and SVG set stricter policies themselves. */
const NOT_FRAMED = [{ key: "content-security-policy", value: "frame-ancestors 'self'" }];

const nextConfig: NextConfig = {
  // The launcher sets the folder of a build; development uses a different one.
  distDir: process.env.GUATU_DIST ?? ".next",
  typescript: { tsconfigPath: process.env.GUATU_TSCONFIG ?? "tsconfig.json" },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  // Every client gets metadata in the head: streamed metadata leaves a page without a title while it loads.
  htmlLimitedBots: /.*/,
  // Images are served unchanged. The optimizer would cache copies that outlive the permission to read them.
  images: { unoptimized: true },
  // An uploaded sheet (MAX_SHEET_BYTES) and the rest of its form.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/((?!embed/|evidence/|wall$|(?:.*/)?chart\\.svg$).*)", headers: NOT_FRAMED },
    // These URLs are secrets.
    { source: "/calendar/:path*", headers: [{ key: "referrer-policy", value: "no-referrer" }] },
  ],
  // Drawing and file writers need native code, wasm or files next to the module.
  serverExternalPackages: [
    "@e965/xlsx",
    "@electric-sql/pglite",
    "@expo-google-fonts/noto-sans-sc",
    "@expo-google-fonts/noto-serif-sc",
    "@prisma/adapter-pg",
    "@napi-rs/canvas",
    "exceljs",
    "file-type",
    "fontkit",
    "pdfjs-dist",
    "pdfkit",
    "pg",
    "pg-boss",
    "piscina",
    "sharp",
    "svg-to-pdfkit",
  ],
};

export default withNextIntl(nextConfig);
