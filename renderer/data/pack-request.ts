import type { DisclosureRequest, Stamp } from '#shared/domain/requests/request-state'

/**
 * A request as its row keeps it. A folded request says three dozen times who did what and when; said once each, the
 * row is a third as long, and so is the time to seal it, write it and open it again.
 */
export interface PackedRequest {
  readonly stamps: readonly Stamp[]
  /** The request, with `{ [stampMark]: n }` in place of the n-th stamp. */
  readonly rest: unknown
}

/** No name that a fact of this program uses. */
const stampMark = '@'

/** Conflicts quote facts that nobody checked, so they stay as they are. */
export function packRequest(request: DisclosureRequest): PackedRequest {
  const { conflicts, ...checked } = request
  const stamps = new Map<string, number>()
  const listed: Stamp[] = []
  const rest = replace(checked, (part, inner) => {
    if (!isStamp(part)) return inner()
    const id = `${part.seq}/${part.chain}`
    let at = stamps.get(id)
    if (at === undefined) stamps.set(id, (at = listed.push(part) - 1))
    return { [stampMark]: at }
  })
  return { stamps: listed, rest: { ...(rest as object), conflicts } }
}

export function unpackRequest({ stamps, rest }: PackedRequest): DisclosureRequest {
  const { conflicts, ...packed } = rest as Record<string, unknown>
  const checked = replace(packed, (part, inner) => {
    const at = part[stampMark]
    return typeof at === 'number' ? stamps[at] : inner()
  })
  return { ...(checked as object), conflicts } as DisclosureRequest // written by packRequest, and sealed since
}

const isStamp = (part: object): part is Stamp => 'hlc' in part && 'chain' in part && 'seq' in part

type Replace = (part: Record<string, unknown>, inner: () => unknown) => unknown

function replace(value: unknown, by: Replace): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(one => replace(one, by))
  const part = value as Record<string, unknown>
  return by(part, () => {
    const out: Record<string, unknown> = {}
    for (const name in part) out[name] = replace(part[name], by)
    return out
  })
}
