export { postDocument as POST } from "@/lib/http/document-text";
