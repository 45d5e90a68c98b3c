import type { DisclosureRequest, Scan } from './request-state'

type Scanned = Pick<DisclosureRequest, 'scans'>

/** Scans of the case that nobody has taken away, each once; only they prove anything. */
export const standingScans = ({ scans }: Scanned): readonly Scan[] =>
  scans.filter(({ withdrawn, isAgain }) => withdrawn === undefined && !isAgain)

/** The one that stands under this digest. The same file may have been taken away before, and put in again. */
export const standingScan = (request: Scanned, digest: string | undefined): Scan | undefined =>
  standingScans(request).find(scan => scan.digest === digest)
