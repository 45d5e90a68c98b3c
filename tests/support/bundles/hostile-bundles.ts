import { hostileActs, hostileHeads, hostileSets, hostileStatements } from './hostile-contents'
import type { HostileBundle } from './hostile-bundle'
import { hostileBags, hostileLocks, hostileNames, hostileZips } from './hostile-packages'
import type { PartContents } from './make-bundle'

/** Everything that somebody could hand over on a stick in place of a bundle; made here, byte by byte. */
export async function hostileBundles(sound: PartContents, folder: string): Promise<readonly HostileBundle[]> {
  return [
    ...hostileNames(sound),
    ...hostileZips(sound, folder),
    ...hostileBags(sound),
    ...hostileStatements(sound),
    ...hostileSets(sound),
    ...hostileActs(sound),
    ...hostileHeads(sound),
    ...(await hostileLocks(folder)),
  ]
}
