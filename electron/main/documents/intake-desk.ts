import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Reply } from '#shared/contracts/channel'
import { importPlan, type intakeChannels } from '#shared/contracts/intake-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Json } from '#shared/ledger/act'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import { scanPartBytes } from '#shared/contracts/scan-type'
import type { ScanDesk } from '../scans/scan-desk'
import type { Workstation } from '../workstation/workstation'
import { attemptWrite } from '../vault/attempt-write'
import type { RunningReader, StartReader } from './run-reader'
import { writeSentDocuments } from './sent-documents'

type Output<N extends keyof typeof intakeChannels> = z.output<(typeof intakeChannels)[N]['output']>
type Input<N extends keyof typeof intakeChannels> = z.output<(typeof intakeChannels)[N]['input']>
type Answer<N extends keyof typeof intakeChannels> = Promise<Reply<Output<N>>>

/** Sealed plans lie among the drafts of the vault under names of their own, which no window may touch. */
const prefix = 'docimport-'
export const isIntakeDraft = (name: string): boolean => name.startsWith(prefix)

/** What goes on after a crash: where the source lies and what was to be taken of it. The place never leaves main. */
interface KeptPlan {
  readonly place: string
  readonly kind: RunningReader['kind']
  readonly name: string
  readonly plan: Input<'intake:begin'>['plan']
}

export interface IntakeDeskParts {
  readonly workstation: Pick<Workstation, 'ledger' | 'append' | 'isOpen'> & {
    readonly options: { readonly vault: Pick<Workstation['options']['vault'], 'drafts'> }
  }
  /** Asks which; null where the person cancelled. */
  readonly ask: (what: 'folder' | 'file') => Promise<string | null>
  readonly startReader: StartReader
  /** Takes attachments in as it takes in what a person picks: sealed, read back, durable before its act. */
  readonly scans: Pick<ScanDesk, 'begin' | 'part' | 'finish'>
  readonly newId: () => string
  /** Where documents that headquarters sent are laid for an import to read. */
  readonly sentFolder: string
}

type Post = Input<'intake:attach'>['role']

interface OpenSource {
  readonly place: string
  readonly reader: RunningReader
}

/** Sources of documents that are open, and imports of them that are not written to their end. Only what was chosen here is read. */
export function intakeDesk({ workstation, ask, startReader, scans, newId, sentFolder }: IntakeDeskParts) {
  const open = new Map<string, OpenSource>()
  // Asked for anew each time: while the vault is locked it has none, and the desk is there before anybody signs in.
  const drafts = (): Workstation['options']['vault']['drafts'] => workstation.options.vault.drafts
  const openPlace = async (place: string): Promise<Result<Output<'intake:reopen'>, Problem>> => {
    const started = await startReader(place)
    if (!started.ok) return started
    const { kind, name, documents, columns } = started.value
    const sourceId = newId()
    open.set(sourceId, { place, reader: started.value })
    return ok({ sourceId, kind, name: name.slice(0, 300), documents, columns: [...columns] })
  }
  const kept = (batchId: string): Result<KeptPlan, Problem> => {
    const draft = drafts().load(prefix + batchId)
    if (!draft.ok) return draft
    return draft.value === null ? err({ kind: 'notFound' }) : ok(draft.value.content as unknown as KeptPlan) // sealed by `begin`
  }
  const recorded = (): ReadonlySet<string> => {
    const facts = workstation.ledger?.actsOf(officeSubject).flatMap(act => act.facts) ?? []
    const batches = facts
      .filter(({ type }) => type === 'documents.imported@1')
      .map(fact => fact.open as { batchId: string })
    return new Set(batches.map(({ batchId }) => batchId))
  }

  return {
    choose: async ({ what }: Input<'intake:choose'>): Answer<'intake:choose'> => {
      const place = await ask(what)
      if (place === null) return ok({ outcome: 'cancelled' as const })
      const opened = await openPlace(place)
      return opened.ok ? ok({ outcome: 'opened' as const, source: opened.value }) : opened
    },

    /** What headquarters sent, opened like a file that somebody chose. */
    openSent: async (sendingId: string, lines: readonly string[]): Answer<'intake:reopen'> => {
      const written = attemptWrite(() => writeSentDocuments(sentFolder, sendingId, lines))
      return written.ok ? openPlace(written.value) : written
    },

    read: async ({ sourceId, from }: Input<'intake:read'>): Answer<'intake:read'> => {
      const part = await open.get(sourceId)?.reader.read(from)
      if (part === undefined) return err({ kind: 'notFound' })
      if (part === null) return err({ kind: 'sourceUnreadable', why: 'notReadable' })
      return ok({ documents: [...part.documents], next: part.next })
    },

    look: async ({ sourceId, wanted }: Input<'intake:look'>): Answer<'intake:look'> => {
      const files = await open.get(sourceId)?.reader.look(wanted)
      if (files === undefined) return err({ kind: 'notFound' })
      return files === null ? err({ kind: 'sourceUnreadable', why: 'notReadable' }) : ok({ files: [...files] })
    },

    attach: async ({ sourceId, line, name, ...to }: Input<'intake:attach'>): Answer<'intake:attach'> => {
      const file = await open.get(sourceId)?.reader.file({ line, name })
      if (file === undefined) return err({ kind: 'notFound' })
      if (file === null || file === 'nothing' || !file.bytes) return err({ kind: 'scanSourceGone' })
      return takeIn(scans, { ...to, bytes: file.bytes })
    },

    close: (sourceId: string): void => {
      open.get(sourceId)?.reader.stop()
      open.delete(sourceId)
    },

    /** The plan is on the disk before the act: an import that is recorded can always go on. */
    begin: ({ sourceId, plan, role }: Input<'intake:begin'>): Reply<void> => {
      const source = open.get(sourceId)
      if (!source) return err({ kind: 'notFound' })
      // Refused before the plan is sealed: that of the import which is recorded already must stay.
      if (recorded().has(plan.batchId)) return err({ kind: 'refused', why: { kind: 'documentsImportedAlready' } })
      const { kind, name } = source.reader
      const keep: KeptPlan = { place: source.place, kind, name, plan: importPlan.parse(plan) }
      const saved = drafts().save(prefix + plan.batchId, keep as unknown as Json) // JSON by its zod shape
      if (!saved.ok) return saved
      const written = workstation.append({
        ...{ subject: officeSubject, role },
        facts: [{ type: 'documents.imported@1', open: batchOf(keep) }],
      })
      if (written.ok) return ok(undefined)
      drafts().discard(prefix + plan.batchId)
      return written
    },

    /** A plan whose act was never written tells of nothing that anybody did. */
    unfinished: (): Output<'intake:unfinished'> => {
      const done = recorded()
      return drafts()
        .list()
        .filter(({ name }) => isIntakeDraft(name))
        .flatMap(({ name, savedAt }) => {
          const plan = kept(name.slice(prefix.length))
          if (!plan.ok) return []
          if (done.has(plan.value.plan.batchId)) return [{ ...shownPlan(plan.value), begunAt: savedAt }]
          drafts().discard(name)
          return []
        })
    },

    reopen: async (batchId: string): Answer<'intake:reopen'> => {
      const plan = kept(batchId)
      return plan.ok ? openPlace(plan.value.place) : plan
    },

    end: (batchId: string): Reply<void> => drafts().discard(prefix + batchId),

    undone: ({ batchId, documents, role }: Input<'intake:undone'>): Reply<void> => {
      const facts = [{ type: 'documents.importUndone@1', open: { batchId, documents } }]
      const written = workstation.append({ subject: officeSubject, role, facts })
      if (!written.ok) return written
      return drafts().discard(prefix + batchId)
    },

    /** At a lock: what was read of a source is nobody's any more. */
    closeAll: (): void => {
      for (const { reader } of open.values()) reader.stop()
      open.clear()
    },
  }
}

export type IntakeDesk = ReturnType<typeof intakeDesk>

const shownPlan = ({ kind, name, plan }: KeptPlan) => ({ kind, name, plan })

const batchOf = ({ kind, name, plan }: KeptPlan) => ({
  ...{ batchId: plan.batchId, source: kind, name: name.slice(0, 300) || '-' },
  digest: createHash('sha256')
    .update(plan.lines.map(({ line, digest }) => `${line} ${digest}\n`).join(''))
    .digest('hex'),
  documents: plan.lines.length,
})

interface TakingIn {
  readonly documentId: string
  readonly title: string
  readonly role: Post
  readonly bytes: Uint8Array
}

async function takeIn(
  scans: IntakeDeskParts['scans'],
  { documentId, title, role, bytes }: TakingIn,
): Answer<'intake:attach'> {
  const subject = subjectOf('document', documentId)
  const begun = scans.begin({ subject, kind: 'other', title, bytes: bytes.length, isSent: true, role })
  if (!begun.ok) return begun
  const { uploadId } = begun.value
  for (let at = 0; at < bytes.length; at += scanPartBytes) {
    const taken = scans.part(uploadId, bytes.subarray(at, at + scanPartBytes))
    if (!taken.ok) return taken
  }
  const kept = await scans.finish(uploadId)
  if (kept.ok) return ok({ outcome: 'attached' })
  return kept.problem.kind === 'scanAlreadyKept' ? ok({ outcome: 'there' }) : kept
}
