export { getBulletinFile as GET } from "@/lib/server/bulletins/respond";
