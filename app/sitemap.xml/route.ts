export { getSitemap as GET } from "@/lib/http/sitemap";
