import { openBlobs, type CarryBlobsParts } from './carry-blobs'

/** Sealed files that do not lie on both sides, as the status says it. */
export interface WaitingScans {
  /** To headquarters. */
  readonly go: { readonly files: number; readonly bytes: number }
  /** From headquarters; `elsewhere` of them it lacked itself when it was asked last. */
  readonly come: { readonly files: number; readonly bytes: number; readonly elsewhere: number }
}

export const noScans: WaitingScans = { go: { files: 0, bytes: 0 }, come: { files: 0, bytes: 0, elsewhere: 0 } }

export interface ScanCounter {
  count(): WaitingScans
  /** An act was written or came, or a file was carried: what was counted holds no longer. */
  changed(): void
}

type Counted = Pick<CarryBlobsParts, 'named' | 'blobs' | 'held'>

/**
 * Counts them for a screen that asks several times a second: a file that was found on both sides is not looked for again, and
 * nothing is counted twice before something has changed.
 */
export function scanCounter(ask: () => Counted | null, elsewhere: ReadonlySet<string>): ScanCounter {
  /** They lie here; whether they lie there too, `held` says, which may have to forget it. */
  const settled = new Set<string>()
  const sizes = new Map<string, number>()
  let last: WaitingScans | null = null
  const sizeOf = (blobs: Counted['blobs'], name: string): number => {
    const size = sizes.get(name) ?? blobs.bytes(name)
    sizes.set(name, size) // a sealed file is never written again
    return size
  }
  const count = ({ named, blobs, held }: Counted): WaitingScans => {
    const [go, come] = [
      { files: 0, bytes: 0 },
      { files: 0, bytes: 0, elsewhere: 0 },
    ]
    const unsettled = function* () {
      for (const one of named())
        if (one.sealed === null || !(settled.has(one.sealed) && held.has(one.sealed))) yield one
    }
    const open = new Set<string>()
    for (const { name, sealed, bytes } of openBlobs({ named: unsettled, blobs, held })) {
      open.add(sealed)
      const isHere = blobs.has(name)
      const side = isHere ? go : come
      side.files++
      side.bytes += isHere ? sizeOf(blobs, name) : bytes
      if (!isHere && elsewhere.has(sealed)) come.elsewhere++
    }
    for (const { sealed } of unsettled()) if (sealed !== null && !open.has(sealed)) settled.add(sealed)
    return { go, come }
  }
  return {
    count: () => {
      const counted = ask()
      if (!counted) return noScans
      return (last ??= count(counted))
    },
    changed: () => void (last = null),
  }
}
