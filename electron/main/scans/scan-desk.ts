import type { z } from 'zod'
import type { Reply } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { mostScanBytes, scanPartBytes, type ScanMime } from '#shared/contracts/scan-type'
import { err, ok, type Result } from '#shared/kernel/result'
import { readSubject } from '#shared/ledger/subject'
import { blobNameOf } from '../bundles/blob-name'
import type { SealedContent } from '../ledger/blob-format'
import type { Blobs, BlobUpload } from '../ledger/blobs'
import type { Workstation } from '../workstation/workstation'
import type { OpenSource, ScanSources } from './scan-sources'
import { typeCheck, type TypeCheck } from './type-check'

type Input<N extends keyof DeskChannels> = z.output<DeskChannels[N]['input']>
type Output<N extends keyof DeskChannels> = z.output<DeskChannels[N]['output']>
type Answer<N extends keyof DeskChannels> = Reply<Output<N>>

/** Of a request, as a clerk; a file of a document, under the post of whoever adds or imports it. */
export type ScanOrder = Input<'scan:begin'>

export interface ScanDesk {
  pick(): Promise<Output<'scan:pick'>>
  watched(): Output<'scan:watched'>
  begin(order: ScanOrder): Answer<'scan:begin'>
  part(uploadId: string, bytes: Uint8Array | undefined): Answer<'scan:part'>
  finish(uploadId: string): Promise<Answer<'scan:finish'>>
  cancel(uploadId: string): void
}

export interface ScanDeskParts {
  readonly workstation: Pick<Workstation, 'scans' | 'refusal' | 'append' | 'ledger'>
  readonly sources: ScanSources
  /** The operating system's dialog; no files where it was cancelled. */
  readonly askFiles: () => Promise<readonly string[]>
  readonly newId: () => string
}

interface Incoming {
  readonly order: ScanOrder
  readonly upload: BlobUpload
  readonly source: OpenSource | null
  readonly check: TypeCheck
  received: number
}

type Content = SealedContent & { readonly mime: ScanMime }

/** The role under which scans and attachments are added (shared/domain/requests/request-transitions, catalogue/document-acts). */
const usualRole = 'clerk'

/** Takes scans in, piece by piece, and records each once its bytes are sealed on the medium. Forgets all at a lock. */
export function scanDesk({ workstation, sources, askFiles, newId }: ScanDeskParts): ScanDesk {
  const incoming = new Map<string, Incoming>()
  let session: Blobs | null = null
  /** The blobs of whoever is signed in now. What belonged to an earlier session ended with it. */
  const blobs = (): Blobs | null => {
    const now = workstation.scans?.blobs ?? null
    if (now !== session) {
      for (const { source } of incoming.values()) source?.close()
      incoming.clear()
      sources.forget()
      session = now
    }
    return now
  }
  const of = (uploadId: string): Result<Incoming, Problem> => {
    const found = blobs() && incoming.get(uploadId)
    return found ? ok(found) : err({ kind: 'scanUploadGone' })
  }
  const end = (uploadId: string): void => {
    const found = incoming.get(uploadId)
    found?.source?.close()
    incoming.delete(uploadId)
  }
  const give = <T>(uploadId: string, problem: Problem): Result<T, Problem> => {
    incoming.get(uploadId)?.upload.drop()
    end(uploadId)
    return err(problem)
  }
  const act = (
    { subject, kind, title, role = usualRole }: Incoming['order'],
    { digest, bytes, mime, sealed }: Content,
  ) => {
    const fact = isDocument(subject)
      ? { type: 'document.attached@1', open: { digest, bytes, mime, sealed }, personal: { title } }
      : { type: 'scan.added@1', open: { kind, digest, bytes, mime, sealed }, personal: { title } }
    return { subject, role, facts: [fact] }
  }
  const begin = (order: ScanOrder): Answer<'scan:begin'> => {
    const now = blobs()
    if (!now) return err({ kind: 'locked' })
    // Asked before the bytes move: role, state, disk space and clock, with a digest that is not known yet.
    const none = '0'.repeat(64)
    const foreseen = { digest: none, bytes: order.bytes, mime: 'text/plain', sealed: none } as const
    const refused = whyNotAtAll(order) ?? workstation.refusal(act(order, foreseen))
    if (refused) return err(refused)
    const source = order.sourceId !== undefined && !order.isSent ? sources.open(order.sourceId) : ok(null)
    if (!source.ok) return source
    const upload = now.begin(order.subject)
    if (!upload.ok) {
      source.value?.close()
      return upload
    }
    const uploadId = newId()
    incoming.set(uploadId, { order, upload: upload.value, source: source.value, check: typeCheck(), received: 0 })
    return ok({ uploadId, most: mostScanBytes })
  }
  const part = (uploadId: string, sent: Uint8Array | undefined): Answer<'scan:part'> => {
    const found = of(uploadId)
    if (!found.ok) return found
    const { order, upload, source, check } = found.value
    const bytes = source ? nextOf(source) : (sent ?? new Uint8Array(0))
    if (bytes === null) return give(uploadId, { kind: 'scanSourceGone' })
    found.value.received += bytes.length
    const { received } = found.value
    // More than was announced: the file grew while it was read.
    if (received > order.bytes) return give(uploadId, { kind: 'scanSourceGone' })
    const no = check.see(bytes)
    if (no) return give(uploadId, { kind: 'scanTypeRefused', found: no })
    const written = upload.write(bytes)
    return written.ok ? ok({ received }) : give(uploadId, written.problem)
  }
  const finish = async (uploadId: string): Promise<Answer<'scan:finish'>> => {
    const found = of(uploadId)
    if (!found.ok) return found
    const { order, upload, check, received } = found.value
    if (received !== order.bytes) return give(uploadId, { kind: 'scanSourceGone' })
    const type = check.end()
    if ('found' in type) return give(uploadId, { kind: 'scanTypeRefused', found: type.found })
    const sealed = await upload.seal()
    if (!sealed.ok) return give(uploadId, sealed.problem)
    end(uploadId)
    const recorded = await record(order, upload, { ...sealed.value, mime: type.mime })
    if (!recorded.ok) upload.drop()
    return recorded
  }
  const record = async (
    order: Incoming['order'],
    upload: BlobUpload,
    content: Content,
  ): Promise<Answer<'scan:finish'>> => {
    const office = workstation.scans
    if (!office) return err({ kind: 'locked' })
    // What was taken away and is put in again is a new act over bytes that are there.
    const { blobIndex } = office
    const isMended =
      blobIndex.has(order.subject, content.digest) && !blobIndex.isWithdrawn(order.subject, content.digest)
    if (isMended && (await isSound(office, order.subject, content.digest))) return err({ kind: 'scanAlreadyKept' })
    const kept = upload.keep()
    if (!kept.ok) return kept
    // Also of one that is mended: sealed anew it is another file, and goes nowhere that its act does not say.
    const seq = write(order, content)
    if (!seq.ok) return seq
    office.blobMirror?.follow()
    const isPutAway = order.sourceId === undefined || sources.putAway(order.sourceId)
    return ok({ seq: seq.value, isMended, isPutAway })
  }
  /**
   * The blob is durable under its name before the act is written; where the act is refused it goes again. A journal that
   * broke may hold the act all the same: then the next start decides (`Blobs.sweep`).
   */
  const write = (order: Incoming['order'], content: Content): Result<number, Problem> => {
    const { subject } = order
    const written = workstation.append(act(order, content))
    if (written.ok) return ok(written.value.seq)
    const { blobs, blobIndex } = workstation.scans ?? {}
    const isOrphan = blobIndex?.has(subject, content.digest) === false && !workstation.ledger?.readOnly
    if (isOrphan) blobs?.forget(subject, content.digest)
    return written
  }
  return {
    pick: async () => {
      const files = await askFiles()
      return blobs() ? [...sources.pick(files)] : []
    },
    watched: () => {
      const { state, sources: found } = blobs() ? sources.watched() : { state: 'off' as const, sources: [] }
      return { state, sources: [...found] }
    },
    ...{ begin, part, finish },
    cancel: uploadId => {
      if (of(uploadId).ok) give(uploadId, { kind: 'scanUploadGone' })
    },
  }
}

/** It can be opened, and is what is carried: where the act about a mended one was not written, it can be put in once more. */
async function isSound(
  { blobs, blobIndex, carried }: NonNullable<Workstation['scans']>,
  subject: string,
  digest: string,
): Promise<boolean> {
  if ((await blobs.verify(subject, digest)) !== null) return false
  const sealed = blobIndex.sealedOf(subject, digest)
  return sealed === null || (await carried.digest(blobNameOf(subject, digest))) === sealed
}

const isDocument = (subject: string): boolean => readSubject(subject)?.kind === 'document'

function whyNotAtAll({ subject, bytes, kind, isSent }: Incoming['order']): Problem | null {
  // An extract of identity comes from the window, which has drawn the watermark; never straight from the file.
  if (kind === 'identityExtract' && !isSent) return { kind: 'badInput', detail: 'identityExtract' }
  const about = readSubject(subject)?.kind
  if (about !== 'request' && about !== 'document') return { kind: 'refused', why: { kind: 'subjectUnknown' } }
  if (bytes > mostScanBytes) return { kind: 'scanTooLarge', bytes, most: mostScanBytes }
  return bytes === 0 ? { kind: 'scanTypeRefused', found: 'empty' } : null
}

/** Null where the medium is gone. */
function nextOf(source: OpenSource): Uint8Array | null {
  try {
    return source.next(scanPartBytes)
  } catch {
    return null
  }
}
