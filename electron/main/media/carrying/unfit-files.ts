import { carriedFile, carriedName } from '../../ledger/carried-blobs'
import type { CheckedBundle } from '../../bundles/check-bundle'
import type { Workstation } from '../../workstation/workstation'

type Shelf = Pick<NonNullable<Workstation['scans']>, 'blobIndex' | 'carried'>

/**
 * Files of a bundle of which nothing says here yet what they ought to be: they are missing, or lie here since an import that was
 * stopped, and no act names them. Asked before it is taken in.
 */
export const unprovenIn = ({ blobs }: CheckedBundle, { blobIndex, carried }: Shelf): ReadonlySet<string> =>
  new Set(blobs.flatMap(({ name }) => (carried.has(name) && blobIndex.isNamed(carriedFile(name)) ? [] : [name])))

/**
 * Drops those that are not what their acts say, now that the acts are here: their writer's disk had damaged them, and as long as
 * one lies under the name the good one never comes. Answers which.
 */
export async function dropUnfit(
  unproven: ReadonlySet<string>,
  { blobIndex, carried }: Shelf,
): Promise<readonly string[]> {
  const dropped: string[] = []
  for (const { file, sealed } of blobIndex.named()) {
    const name = carriedName(file)
    if (sealed === null || !unproven.has(name) || !carried.has(name)) continue
    if ((await carried.digest(name)) === sealed) continue
    carried.drop(name)
    dropped.push(name)
  }
  return dropped
}
