import { blobHeldHeader, blobOffsetHeader, blobSizeHeader, blobType } from '#shared/contracts/headquarters-api'
import { ok, type Result } from '#shared/kernel/result'
import type { LinkProblem } from './headquarters-link'
import { refusedOr, type SignedCalls } from './http-link'

/** Sealed files to and from headquarters, by their digest. Every call may be lost, and may be carried out twice. */
export interface BlobLink {
  /** Null where it is whole there, else how many bytes of it are. */
  missing(digest: string): Promise<Result<number | null, LinkProblem>>
  /** `held`: from where to go on; null where it is whole. `otherDigest`: nothing of it was kept there. */
  put(part: BlobPart): Promise<Result<{ readonly held: number | null } | 'otherDigest' | 'tooLarge', LinkProblem>>
  /** At most so many bytes from there on, none at the end; null where headquarters does not have it. */
  get(digest: string, from: number, most: number): Promise<Result<Buffer | null, LinkProblem>>
}

export interface BlobPart {
  readonly digest: string
  readonly offset: number
  readonly size: number
  readonly bytes: Uint8Array
}

export function httpBlobLink(asked: SignedCalls): BlobLink {
  return {
    async missing(digest) {
      const answer = await asked({ method: 'HEAD', path: `/v1/blobs/${digest}` })
      if (!answer.ok) return answer
      if (answer.value.status === 200) return ok(null)
      return answer.value.status === 404 ? ok(heldBy(answer.value.headers)) : refusedOr(answer.value)
    },
    async put({ digest, offset, size, bytes }) {
      const headers = { [blobOffsetHeader]: String(offset), [blobSizeHeader]: String(size) }
      const answer = await asked({ method: 'PUT', path: `/v1/blobs/${digest}`, body: bytes, type: blobType, headers })
      if (!answer.ok) return answer
      switch (answer.value.status) {
        case 201:
          return ok({ held: null })
        case 202:
        case 409:
          return ok({ held: heldBy(answer.value.headers) })
        case 422:
          return ok('otherDigest')
        case 413:
          return ok('tooLarge')
        default:
          return refusedOr(answer.value)
      }
    },
    async get(digest, from, most) {
      const path = `/v1/blobs/${digest}?from=${from}&most=${most}`
      const answer = await asked({ method: 'GET', path, blobBytes: most })
      if (!answer.ok) return answer
      if (answer.value.status === 200) return ok(answer.value.bytes)
      return answer.value.status === 404 ? ok(null) : refusedOr(answer.value)
    },
  }
}

const heldBy = (headers: Headers): number => Math.max(0, Math.trunc(Number(headers.get(blobHeldHeader)) || 0))
