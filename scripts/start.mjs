// npm start / npm run dev. Old JavaScript syntax up to the version check, so that an old Node can report its version.
import { nodeVersionProblem } from "./launcher/node-version.mjs";

const pretended = process.argv.find((argument) => argument.startsWith("--node-version="));
const problem = nodeVersionProblem(pretended ? pretended.split("=")[1] : process.versions.node);
if (problem) {
  console.error(`guatu: ${problem}`);
  process.exit(1);
}
import("./launcher/serve.mjs").then((launcher) => launcher.serve(process.argv.includes("--dev")));
