export { valueSheetsFile as GET } from "@/lib/http/value-sheets";
