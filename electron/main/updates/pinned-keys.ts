/**
 * Public keys (Ed25519, 32 bytes, base64) of whoever may sign updates for this build. A package that none of them signed
 * is not taken. Empty until somebody releases: `npm run update-package -- --new-key FILE` makes a pair and prints the line
 * that belongs here; the private half stays with whoever releases and never comes into this repository.
 */
export const pinnedUpdateKeys: readonly string[] = []
