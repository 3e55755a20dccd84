export { getFileStates as GET } from "@/lib/http/bulletin-files";
