export { getBulletinFile as GET } from "@/lib/http/bulletin-files";
