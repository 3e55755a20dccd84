import { connection } from "next/server";

/** The least a dynamic page can be: what the product's pages are measured against. */
export default async function Page() {
  await connection();
  return <p>empty</p>;
}
