import { shortestPassword } from '#shared/application/new-password'

/** How long it has to be, where it is shorter; else null. */
export const checkNewPasswordLength = (password: string): number | null =>
  [...password.normalize('NFKC')].length < shortestPassword ? shortestPassword : null
