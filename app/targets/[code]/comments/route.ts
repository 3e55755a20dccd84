import { postComment } from "@/lib/http/comments";

export const POST = postComment;
