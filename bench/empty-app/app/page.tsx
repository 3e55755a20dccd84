import { connection } from "next/server";

/** A minimal dynamic page, the reference for the product's pages. */
export default async function Page() {
  await connection();
  return <p>empty</p>;
}
