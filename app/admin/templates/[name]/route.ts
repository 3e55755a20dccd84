export { templateFile as GET } from "@/lib/http/import-template";
