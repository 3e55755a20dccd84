export { valueSheetFile as GET } from "@/lib/http/value-sheets";
