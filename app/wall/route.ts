export { getWallPage as GET } from "@/lib/server/wall/respond";
