export { getAuth as GET, postAuth as POST } from "@/lib/http/auth";
