import { postComment } from "@/lib/server/comments/respond";

export const POST = postComment;
