import type { Problem } from '#shared/contracts/problems'
import { problemType } from '#shared/contracts/desk-channels'
import { mostScanBytes, scanPartBytes } from '#shared/contracts/scan-type'
import { subjectOf } from '#shared/ledger/subject'
import type { BlobDamage, Blobs } from '../ledger/blobs'
import type { Workstation } from '../workstation/workstation'
import type { ScanSources } from './scan-sources'

type Office = Pick<Workstation, 'scans'>

const digestShape = /^[0-9a-f]{64}$/

/**
 * GET /ledger/scan?request=ID&digest=HEX, or ?document=ID: the plain bytes of a scan or attachment that an act names. 403
 * while locked, 404 where no act names it or where it was taken out of its case; a problem (`problemType`) where the file
 * is damaged and the mirror folder has no whole copy: it was read to its
 * end before the first byte leaves.
 */
export function scanRoute(office: Office): (url: URL) => Promise<Response> {
  return async url => {
    const open = office.scans
    if (!open) return new Response(null, { status: 403 })
    const document = url.searchParams.get('document')
    const subject =
      document === null ? subjectOf('request', url.searchParams.get('request') ?? '') : subjectOf('document', document)
    const digest = url.searchParams.get('digest') ?? ''
    if (!digestShape.test(digest) || !isOfCase(open, subject, digest)) return new Response(null, { status: 404 })
    const damage = await damageAfterMending(open, { subject, digest })
    if (damage === 'locked') return new Response(null, { status: 403 })
    if (damage) return answer({ kind: 'scanUnreadable', why: damage })
    return new Response(streamOf(open.blobs, { subject, digest }), { headers })
  }
}

const isOfCase = ({ blobIndex }: NonNullable<Office['scans']>, subject: string, digest: string): boolean =>
  blobIndex.has(subject, digest) && !blobIndex.isWithdrawn(subject, digest)

/** A damaged file is put right from the mirror folder at the moment somebody asks for it. */
async function damageAfterMending(
  { blobs, blobMirror }: NonNullable<Office['scans']>,
  { subject, digest }: { readonly subject: string; readonly digest: string },
): Promise<BlobDamage | null> {
  const damage = await blobs.verify(subject, digest)
  if (damage === null || damage === 'locked' || damage === 'erased') return damage
  const copies = blobMirror?.copies()
  return copies && (await blobs.mend(subject, digest, copies)) ? null : damage
}

/** GET /scan-source?source=ID: a picked file as it lies there, for the window that marks it before it is sealed. */
export function scanSourceRoute(parts: { isOpen: () => boolean; sources: ScanSources }): (url: URL) => Response {
  return url => {
    if (!parts.isOpen()) return new Response(null, { status: 403 })
    const source = parts.sources.open(url.searchParams.get('source') ?? '')
    if (!source.ok) return answer(source.problem)
    const { bytes, next, close } = source.value
    if (bytes > mostScanBytes) {
      close()
      return answer({ kind: 'scanTooLarge', bytes, most: mostScanBytes })
    }
    return new Response(
      new ReadableStream<Uint8Array>({
        pull: controller => {
          const part = next(scanPartBytes)
          if (part.length > 0) return controller.enqueue(part)
          close()
          controller.close()
        },
        cancel: close,
      }),
      { headers },
    )
  }
}

/** One part a pull, and a turn of the event loop between. */
function streamOf(blobs: Blobs, { subject, digest }: { subject: string; digest: string }): ReadableStream<Uint8Array> {
  const parts = blobs.parts(subject, digest)
  return new ReadableStream({
    pull: async controller => {
      await new Promise(resolve => setImmediate(resolve))
      const next = parts.next()
      if (next.done) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    cancel: () => void parts.return(undefined),
  })
}

/** Never a type that a browser would show by itself, and never kept. */
const headers = {
  'content-type': 'application/octet-stream',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-disposition': 'attachment',
}

/** A foreseen answer like any other, so not a status that the browser reports as an error on the console. */
const answer = (problem: Problem): Response =>
  new Response(JSON.stringify(problem), { headers: { ...headers, 'content-type': problemType } })
