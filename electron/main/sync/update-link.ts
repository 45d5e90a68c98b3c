import { offeredPackages, type OfferedPackage } from '#shared/contracts/headquarters-api'
import { err, ok, type Result } from '#shared/kernel/result'
import type { LinkProblem } from './headquarters-link'
import { refusedOr, type SignedCalls } from './http-link'

/** Update packages that lie at headquarters. What they are worth, `takePackage` finds out once they are here. */
export interface UpdateLink {
  /** Null: this headquarters is older than that, and has none. */
  list(machine: {
    readonly platform: string
    readonly arch: string
  }): Promise<Result<OfferedPackages | null, LinkProblem>>
  /** At most so many bytes from there on; null where headquarters has no such package (any more), or it ends before. */
  get(sha256: string, from: number, most: number): Promise<Result<Buffer | null, LinkProblem>>
}

export type OfferedPackages = readonly OfferedPackage[]

export function httpUpdateLink(asked: SignedCalls): UpdateLink {
  return {
    async list({ platform, arch }) {
      const path = `/v1/updates?platform=${platform}&arch=${arch}`
      const answer = await asked({ method: 'GET', path, mayBeUnknown: true })
      if (!answer.ok) return answer
      if (answer.value.status === 404) return ok(null)
      const read = answer.value.status === 200 ? offeredPackages.safeParse(jsonOf(answer.value.bytes)) : null
      return read?.success ? ok(read.data.packages) : refusedOr(answer.value)
    },
    async get(sha256, from, most) {
      const path = `/v1/updates/${sha256}?from=${from}&most=${most}`
      const answer = await asked({ method: 'GET', path, blobBytes: Math.max(most, mostRefusalBytes) })
      if (!answer.ok) return answer
      const { status, bytes } = answer.value
      if (status === 200) return bytes.length <= most ? ok(bytes) : err({ kind: 'notUnderstood' })
      return status === 404 || status === 416 ? ok(null) : refusedOr(answer.value)
    },
  }
}

/** Why there are no bytes is told in words, which may be longer than the piece. */
const mostRefusalBytes = 4 * 1024

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return null
  }
}
