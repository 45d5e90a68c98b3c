/** A fault that somebody could build into a store, a link or an engine, and a seed whose schedule shows it. */
interface Planted {
  readonly what: string
  readonly caughtBy: number
}

/** Each must be caught by the simulation, or the simulation itself has failed. */
export const plantedBugs = {
  halfBatch: { what: 'headquarters keeps what a transaction had written when it died in it', caughtBy: 3 },
  answerBeforeCommit: { what: 'headquarters receipts before the transaction is durable', caughtBy: 3 },
  numberOnly: { what: 'a machine lets a receipt count by its number, without comparing the hash', caughtBy: 6 },
  orphansLost: { what: 'a machine opens a new chain and does not say again what stood after the parting', caughtBy: 6 },
  branchLost: { what: 'a machine leaves a branch of another chain and does not say it again', caughtBy: 23 },
  nothingVerified: { what: 'headquarters does not look at signatures', caughtBy: 2 },
  stickOverwrites: { what: 'a stick replaces acts by others of the same number', caughtBy: 52 },
  revokedStillCounts: { what: 'headquarters does not heed revocations', caughtBy: 24 },
  arrivalOrder: { what: 'a machine folds acts in the order in which they came', caughtBy: 1 },
  correctionIgnored: { what: 'a machine folds acts of a corrected clock where they were signed', caughtBy: 1 },
  anybodyCorrects: { what: 'a machine heeds a corrected clock that no headquarters has said', caughtBy: 1 },
  noLock: { what: 'headquarters takes two segments at once, each as if it were alone', caughtBy: 2 },
  checkpointFirst: { what: 'a machine notes how far it has fetched before the acts are durable', caughtBy: 1 },
} as const satisfies Record<string, Planted>
export type PlantedBug = keyof typeof plantedBugs
