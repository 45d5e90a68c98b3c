import type { RowPlace, RowSealer } from './row-sealer'

/** Rows kept at most: more than are open in an office at a time. The one that was not asked for longest goes first. */
const mostRows = 4_000
const nonceEnd = 27
const tagLength = 16

/**
 * Opens each version of a row once. A live query runs again after every act and reads its whole list, of which one
 * row has changed. A row counts as the same when table, clear values, nonce and tag are: then what was authenticated
 * before is handed out again. For readers only: the parts of a remembered row are shared.
 */
export function rememberOpened(sealer: RowSealer, most = mostRows): RowSealer {
  const opened = new Map<string, { readonly seal: string; readonly rest: Record<string, unknown> }>()
  return {
    seal: (place, rest) => sealer.seal(place, rest),
    open(place, sealed) {
      const key = JSON.stringify([place.table, place.key])
      const seal = sealOf(place, sealed)
      const known = opened.get(key)
      opened.delete(key) // a Map keeps the order of setting, so the first is always the one to go
      if (known && known.seal === seal) {
        opened.set(key, known)
        return known.rest
      }
      const rest = sealer.open(place, sealed)
      if (seal !== null) opened.set(key, { seal, rest })
      for (const oldest of opened.keys()) {
        if (opened.size <= most) break
        opened.delete(oldest)
      }
      return rest
    },
  }
}

function sealOf({ clear }: RowPlace, sealed: unknown): string | null {
  if (!(sealed instanceof Uint8Array)) return null
  const ends = [...sealed.subarray(0, nonceEnd), ...sealed.subarray(Math.max(nonceEnd, sealed.length - tagLength))]
  return JSON.stringify(clear) + String.fromCharCode(...ends)
}
