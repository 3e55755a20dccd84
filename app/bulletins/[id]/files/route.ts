export { getFileStates as GET } from "@/lib/server/bulletins/respond";
