export { getRobots as GET } from "@/lib/http/sitemap";
