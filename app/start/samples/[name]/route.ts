export { sampleFile as GET } from "@/lib/http/sample-files";
