export { targetPackage as GET } from "@/lib/http/target-package";
