import { isNoText, scanHeadBytes, scanTypeOf, type NoScan, type ScanMime } from '#shared/contracts/scan-type'

export interface TypeCheck {
  /** Looks at the next bytes; answers what they are not, or null while nothing speaks against them. */
  see(bytes: Uint8Array): NoScan | null
  end(): { readonly mime: ScanMime } | { readonly found: NoScan }
}

/** Reads the type from the bytes as they come. Plain text must be UTF-8 without control characters to its last byte. */
export function typeCheck(): TypeCheck {
  let head: Uint8Array | null = new Uint8Array(0)
  let type: ReturnType<typeof scanTypeOf> | null = null
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const spoils = (bytes: Uint8Array, isLast: boolean): boolean => {
    if (bytes.some(isNoText)) return true
    try {
      decoder.decode(bytes, { stream: !isLast })
      return false
    } catch {
      return true
    }
  }
  const judge = (bytes: Uint8Array, isLast: boolean): NoScan | null => {
    if (!type || 'found' in type) return type?.found ?? null
    if (type.mime !== 'text/plain' || !spoils(bytes, isLast)) return null
    type = { found: 'unknown' }
    return 'unknown'
  }
  const decide = (all: Uint8Array, isLast: boolean): NoScan | null => {
    head = null
    type = scanTypeOf(all.subarray(0, scanHeadBytes))
    return judge(all, isLast)
  }
  return {
    see: bytes => {
      if (!head) return judge(bytes, false)
      const all = Buffer.concat([head, bytes])
      if (all.length >= scanHeadBytes) return decide(all, false)
      head = all
      return null
    },
    end: () => {
      const found = head ? decide(head, true) : judge(new Uint8Array(0), true)
      return found || !type ? { found: found ?? 'empty' } : type
    },
  }
}
