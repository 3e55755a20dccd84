// The password rule, wherever a password is set.

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** Keys of messages under `form.errors`. */
export type PasswordError = "password-too-short" | "too-long" | "password-has-name" | "password-easy";

export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();
/** Two Chinese characters identify a name; two letters are part of many words. */
const isIdentifying = (part: string) => part.length >= 3 || /^\p{Script=Han}{2}$/u.test(part);

/** The words that the password must not contain: the name, its words, and the e-mail address before the @. */
function ownWords({ name, email }: PasswordOwner): string[] {
  const local = plain(email).split("@")[0] ?? "";
  const words = [plain(name).trim(), ...plain(name).split(/[\s·.]+/), local, ...local.split(/[._+-]+/)];
  return [...new Set(words)].filter(isIdentifying);
}

/**
 * The first error of a new password; null when it is valid.
 *
 * @param isEasy whether common passwords, sequences or repetitions make it easy to guess; called last.
 */
export function passwordError(
  password: string,
  owner: PasswordOwner,
  isEasy: (password: string, ownWords: readonly string[]) => boolean,
): PasswordError | null {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.min) return "password-too-short";
  if (length > PASSWORD_LENGTH.max) return "too-long";
  const own = ownWords(owner);
  if (own.some((word) => plain(password).includes(word))) return "password-has-name";
  return isEasy(password, own) ? "password-easy" : null;
}
