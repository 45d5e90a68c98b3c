import type {
  NewAttachment,
  NewScan,
  OpenScan,
  ScanFile,
  ScanProblem,
  Scans,
  ScanSteps,
} from '#shared/application/scans/scans'
import type { Shell } from '#shared/contracts/channel'
import {
  problemType,
  scanPath,
  scanSourcePath,
  type DeskChannels,
  type ScanSource,
} from '#shared/contracts/desk-channels'
import { problem, type Problem } from '#shared/contracts/problems'
import { mostScanBytes, scanPartBytes, type ScanMime } from '#shared/contracts/scan-type'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { err, ok, type Result } from '#shared/kernel/result'
import { subjectOf } from '#shared/ledger/subject'
import { startWorker } from '../trusted-workers'
import { scanBench } from './scan-bench'
import workerUrl from './scan-worker?worker&url'

export interface ScansParts {
  readonly shell: Shell<DeskChannels>
  /** Brings the view up to an act, so that the next look shows it. */
  readonly pull: (seq: number) => Promise<void>
}

type Order = Pick<NewScan, 'kind' | 'title' | 'file'> & {
  readonly subject: string
  readonly role?: NewAttachment['role']
}

type Read = (from: number, to: number) => Promise<Uint8Array>

/** Scans by way of main: pieces in through the bridge, verified bytes out through the app's own protocol. */
export function scansPort({ shell, pull }: ScansParts): Scans {
  const bench = () => scanBench(() => startWorker(workerUrl))

  const add: Scans['add'] = async (scan, steps) => {
    // Asked here too, before a large file is read to be marked; main asks again.
    if (scan.file.bytes > mostScanBytes)
      return err({ kind: 'scanTooLarge', bytes: scan.file.bytes, most: mostScanBytes })
    const order = { ...scan, subject: subjectOf('request', scan.requestId) }
    if (scan.kind !== 'identityExtract') return send(order, { read: scan.file.read, bytes: scan.file.bytes, steps })
    const marked = await mark(scan.file, steps)
    if (!marked.ok || marked.value === 'cancelled') return marked as Result<'cancelled', ScanProblem>
    const bytes = marked.value
    return send(order, { read: async (from, to) => bytes.subarray(from, to), bytes: bytes.length, steps })
  }

  const mark = async (file: ScanFile, steps: ScanSteps): Promise<Result<Uint8Array | 'cancelled', ScanProblem>> => {
    const whole = file.read ? ok(await file.read(0, file.bytes)) : await fetchBytes(sourceUrl(file.sourceId ?? ''))
    if (!whole.ok) return whole
    const worker = bench()
    const watch = setInterval(() => (steps.isCancelled() ? worker.stop() : undefined), 100)
    const news = await worker.ask({ kind: 'mark', bytes: whole.value })
    clearInterval(watch)
    worker.stop()
    if (steps.isCancelled()) return ok('cancelled')
    return news.kind === 'marked' ? news.result : err({ kind: 'scanNotMarked', why: 'damaged' })
  }

  const send = async (
    { subject, kind, role, title, file }: Order,
    { read, bytes, steps }: { read: Read | undefined; bytes: number; steps: ScanSteps },
  ): ReturnType<Scans['add']> => {
    const begun = await shell['scan:begin']({
      ...{ subject, kind, title, bytes, isSent: read !== undefined },
      ...(file.sourceId === undefined ? {} : { sourceId: file.sourceId }),
      ...(role === undefined ? {} : { role }),
    })
    if (!begun.ok) return begun
    const { uploadId } = begun.value
    for (let done = 0; done < bytes;) {
      if (steps.isCancelled()) {
        await shell['scan:cancel']({ uploadId })
        return ok('cancelled')
      }
      const piece = await nextPiece(read, { from: done, to: Math.min(bytes, done + scanPartBytes) })
      const sent = piece ? await shell['scan:part']({ uploadId, ...piece }) : err({ kind: 'scanSourceGone' } as const)
      if (!sent.ok) {
        await shell['scan:cancel']({ uploadId })
        return sent
      }
      if (sent.value.received <= done) return err({ kind: 'scanSourceGone' })
      done = sent.value.received
      steps.onProgress(done, bytes)
    }
    const finished = await shell['scan:finish']({ uploadId })
    if (!finished.ok) return finished
    await pull(finished.value.seq)
    return ok({ isMended: finished.value.isMended, isPutAway: finished.value.isPutAway })
  }

  const attach: Scans['attach'] = async ({ documentId, role, title, file }, steps) => {
    if (file.bytes > mostScanBytes) return err({ kind: 'scanTooLarge', bytes: file.bytes, most: mostScanBytes })
    const order = { subject: subjectOf('document', documentId), kind: 'other', role, title, file } as const
    return send(order, { read: file.read, bytes: file.bytes, steps })
  }

  const open = async (url: string, mime: ScanMime): Promise<Result<OpenScan, ScanProblem>> => {
    const bytes = await fetchBytes(url)
    if (!bytes.ok) return bytes
    return mime === 'text/plain' ? ok(textScan(bytes.value)) : openPages(bytes.value, mime)
  }

  const openPages = async (bytes: Uint8Array, mime: ScanMime): Promise<Result<OpenScan, ScanProblem>> => {
    const worker = bench()
    const news = await worker.ask({ kind: 'open', bytes, mime })
    const opened: Result<{ pages: number }, ScanProblem> = news.kind === 'opened' ? news.result : notShown
    if (!opened.ok) {
      worker.stop()
      return opened
    }
    return ok({
      kind: 'pages',
      pages: opened.value.pages,
      draw: async (page, look) => {
        const drawn = await worker.ask({ kind: 'draw', page, ...look })
        return drawn.kind === 'drawn' ? ok(drawn.image) : notShown
      },
      close: () => worker.stop(),
    })
  }

  return {
    pick: async () => {
      const picked = await shell['scan:pick']()
      return picked.ok ? ok(picked.value.map(fileOf)) : picked
    },
    watched: async () => {
      const found = await shell['scan:watched']()
      return found.ok ? ok({ state: found.value.state, files: found.value.sources.map(fileOf) }) : found
    },
    ...{ add, attach },
    open: (request, { digest, mime }) => open(scanUrl({ request, digest }), mime),
    openAttachment: (document, { digest, mime }) => open(scanUrl({ document, digest }), mime),
  }
}

const notShown = err({ kind: 'scanNotShown', why: 'damaged' } as const)

const fileOf = ({ sourceId, name, bytes }: ScanSource): ScanFile => ({ sourceId, name, bytes })

/** Undefined where the dropped file is gone; empty where main reads the piece itself. */
async function nextPiece(read: Read | undefined, { from, to }: { from: number; to: number }) {
  if (!read) return {}
  try {
    return { bytes: new Uint8Array(await read(from, to)) }
  } catch {
    return undefined
  }
}

const textScan = (bytes: Uint8Array): OpenScan => ({
  kind: 'text',
  text: new TextDecoder('utf-8').decode(bytes),
  close: () => undefined,
})

const scanUrl = (of: { readonly digest: string } & ({ request: RequestId } | { document: DocumentId })): string =>
  `${new URL(scanPath, location.href).href}?${new URLSearchParams(of).toString()}`

const sourceUrl = (source: string): string =>
  `${new URL(scanSourcePath, location.href).href}?${new URLSearchParams({ source }).toString()}`

async function fetchBytes(url: string): Promise<Result<Uint8Array, Problem>> {
  try {
    const response = await fetch(url, { cache: 'no-store' })
    if (!response.ok) return err({ kind: response.status === 403 ? 'locked' : 'notFound' })
    if (response.headers.get('content-type') !== problemType) return ok(new Uint8Array(await response.arrayBuffer()))
    const told = problem.safeParse(await response.json().catch(() => null))
    return err(told.success ? told.data : { kind: 'notFound' })
  } catch {
    return err({ kind: 'scanUnreadable', why: 'changed' }) // broke off while it was read
  }
}
