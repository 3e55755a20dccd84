export { getWallPage as GET } from "@/lib/http/wall/handler";
