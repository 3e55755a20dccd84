export { targetPackage as GET } from "@/lib/server/targets/package-file";
