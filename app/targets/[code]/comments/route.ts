export { postComment as POST } from "@/lib/http/comments";
