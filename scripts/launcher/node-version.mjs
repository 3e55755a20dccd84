/** Lines of Node that are supported from a certain minor version. Every release from 24 on is supported. */
const OLDEST_MINOR = { 20: 19, 22: 12 };

/** Why this version of Node cannot run Guatu, or undefined. Written in syntax that old versions can parse. */
export function nodeVersionProblem(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major >= 24 || minor >= OLDEST_MINOR[major]) return undefined;
  const supported = "20.19 or later, 22.12 or later, or 24 or later";
  return `Node ${version} is not supported; install Node ${supported} (https://nodejs.org)`;
}
