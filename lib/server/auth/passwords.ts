// The only module that hashes new passwords, so that the policy always applies.
import "server-only";
import { hashPassword } from "better-auth/crypto";
import { type PasswordError, type PasswordOwner, passwordError } from "@/lib/domain/accounts/password-rule";

/** zxcvbn's estimate from 0 to 4; below 3 a password falls to fewer than 10⁸ guesses. */
const LEAST_SCORE = 3;
const PRODUCT_WORDS = ["guatu", "挂图", "挂图作战"];

async function loadEstimator() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
let estimator: ReturnType<typeof loadEstimator> | undefined;

export type NewPassword =
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly fault: PasswordError };

/** Validates a new password and hashes it. */
export async function newPassword(password: string, owner: PasswordOwner): Promise<NewPassword> {
  estimator ??= loadEstimator();
  const { check } = await estimator.then((one) => ({ check: one.check.bind(one) }));
  const isEasy = (text: string, words: readonly string[]) =>
    check(text, [...words, ...PRODUCT_WORDS]).score < LEAST_SCORE;
  const fault = passwordError(password, owner, isEasy);
  return fault === null ? { ok: true, hash: await hashPassword(password) } : { ok: false, fault };
}
