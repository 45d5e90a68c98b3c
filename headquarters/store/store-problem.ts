/** Why the store cannot be opened. Whoever starts headquarters reads a sentence made of it. */
export type StoreProblem =
  | { readonly kind: 'noProgramsForThisMachine'; readonly platform: string }
  /** PostgreSQL does not run as root, and nobody else may come to this folder. */
  | { readonly kind: 'folderOutOfReach'; readonly folder: string; readonly user: string }
  | { readonly kind: 'nobodyToRunAs'; readonly tried: readonly string[] }
  | { readonly kind: 'clusterNotMade'; readonly said: string }
  | { readonly kind: 'clusterNotStarted'; readonly said: string }
  /** The role may pass the wall between the offices, so that there would be none. */
  | { readonly kind: 'roleBypassesWall'; readonly role: string }
  | { readonly kind: 'databaseTooOld'; readonly version: string; readonly atLeast: string }
  | { readonly kind: 'databaseNotDurable'; readonly setting: string }
  | { readonly kind: 'databaseNotUtf8'; readonly encoding: string }
  | { readonly kind: 'databaseAway'; readonly detail: string }
  | { readonly kind: 'migrationFailed'; readonly migration: string; readonly detail: string }
