import fs from 'node:fs'
import type { Problem } from '#shared/contracts/problems'

/** Below this nothing new is begun: Chromium has reset whole databases on a full disk (electron/electron#41877). */
export const leastFreeBytes = 1 << 30

/** Bytes that an ordinary user may still write where `folder` lies. */
export function freeBytesAt(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(folder)
  return bavail * bsize
}

export const diskProblem = (freeBytes: number): Problem | null =>
  freeBytes < leastFreeBytes ? { kind: 'diskNearlyFull', freeBytes } : null
