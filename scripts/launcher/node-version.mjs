const OLDEST = [20, 19];

/** Why this version of Node cannot run Guatu, or undefined. Written for old versions too. */
export function nodeVersionProblem(version) {
  const parts = version.split(".").map(Number);
  const isOldEnough = parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
  if (isOldEnough) return undefined;
  return `Node ${version} is too old; install Node ${OLDEST.join(".")} or newer (https://nodejs.org)`;
}
