/** As main checks it again (vault): characters after NFKC, so that a full-width input method changes nothing. */
export const shortestPassword = 8

export type NewPasswordProblem =
  | { readonly kind: 'passwordTooShort'; readonly atLeast: number }
  | { readonly kind: 'passwordsDiffer' }

/** Why this cannot be taken as a new password, typed twice; null where it can. Length is the only rule (C). */
export function newPasswordProblem(password: string, again: string): NewPasswordProblem | null {
  if ([...password.normalize('NFKC')].length < shortestPassword)
    return { kind: 'passwordTooShort', atLeast: shortestPassword }
  return password === again ? null : { kind: 'passwordsDiffer' }
}
