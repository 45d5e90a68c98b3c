import path from 'node:path'
import type { z } from 'zod'
import type { Reply } from '#shared/contracts/channel'
import type { intakeChannels } from '#shared/contracts/intake-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import { attemptWrite } from '../../vault/attempt-write'
import { recorderOf } from '../../workstation/recorder-of'
import type { Workstation } from '../../workstation/workstation'
import { pathFault } from '../bag/bag-paths'
import { bagFolder } from './bag-folder'
import { csvFiles, jsonLinesFile, xlsxFiles, type CatalogueFile, type FolderWithFiles } from './catalogue-file'
import { documentFolder } from './document-folder'
import { halfOf, isOwnBag, isOwnDocuments, placeIn, takenBy } from './own-folder'
import { whyKept } from './why-kept'

type Output<N extends keyof typeof intakeChannels> = z.output<(typeof intakeChannels)[N]['output']>
type Input<N extends keyof typeof intakeChannels> = z.output<(typeof intakeChannels)[N]['input']>
type Answer<N extends keyof typeof intakeChannels> = Promise<Reply<Output<N>>>

export interface OuttakeParts {
  readonly workstation: Pick<Workstation, 'sitting' | 'append' | 'refusal' | 'ledger' | 'scans'> & {
    readonly options: { readonly clock: { today(): string } }
  }
  /** Asks where to save; null where the person cancelled. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  /** Asks into which folder the package or the folder goes. */
  readonly askFolder: () => Promise<string | null>
  readonly documentsFolder: string
  readonly newId: () => string
}

interface Running {
  readonly asked: Input<'outtake:begin'>
  readonly file: CatalogueFile
  /** Null where no attachments go along. */
  readonly folder: FolderWithFiles | null
  /** In the name of whoever began it. */
  readonly record: ReturnType<typeof recorderOf>
  documents: number
  attachments: number
}

/** The catalogue on its way out. What leaves is complete or not there, and that it left is an act. */
export function outtakeDesk({ workstation, askWhere, askFolder, documentsFolder, newId }: OuttakeParts) {
  const running = new Map<string, Running>()
  const begin = async (asked: Input<'outtake:begin'>): Promise<Result<Running | null, Problem>> => {
    const { format, fileName } = asked
    const begun = { asked, record: recorderOf(workstation), documents: 0, attachments: 0 }
    if (format === 'bag' || format === 'folder') {
      const inside = await askFolder()
      if (inside === null) return ok(null)
      const folder = folderFor(inside, asked, workstation.options.clock.today())
      return folder.ok ? ok({ ...begun, file: folder.value, folder: folder.value }) : folder
    }
    const target = await askWhere(path.join(documentsFolder, fileName))
    return ok(target === null ? null : { ...begun, file: fileFor(target, asked), folder: null })
  }
  const attachAll = async (export_: Running, wanted: Input<'outtake:add'>['attachments']): Promise<Problem | null> => {
    const { scans } = workstation
    if (!export_.folder || wanted.length === 0) return null
    if (!scans) return { kind: 'locked' }
    for (const { documentId, digest, name, row } of wanted) {
      const kept = whyKept(workstation, { documentId, digest, isPublicOnly: export_.asked.isPublicOnly })
      if (kept) return kept
      const subject = subjectOf('document', documentId)
      const damage = await scans.blobs.verify(subject, digest)
      if (damage !== null) return damage === 'locked' ? { kind: 'locked' } : { kind: 'scanUnreadable', why: damage }
      const outcome = await export_.folder.attach(name, scans.blobs.parts(subject, digest), row)
      if (outcome === 'outside') return { kind: 'badInput', detail: 'attachments.name' }
      if (outcome === 'added') export_.attachments++
    }
    return null
  }

  return {
    begin: async (asked: Input<'outtake:begin'>): Answer<'outtake:begin'> =>
      attempted(async () => {
        // Asked before anything leaves: what is not public goes out with the head only.
        const refused = workstation.refusal(exported(asked, nothingYet))
        if (refused) return err(refused)
        const begun = await begin(asked)
        if (!begun.ok) return begun
        const exportId = begun.value && newId()
        if (begun.value && exportId) running.set(exportId, begun.value)
        return ok({ exportId })
      }),

    add: async ({ exportId, rows, attachments }: Input<'outtake:add'>): Answer<'outtake:add'> =>
      attempted(async () => {
        const export_ = running.get(exportId)
        if (!export_) return err({ kind: 'notFound' })
        await export_.file.add(rows)
        export_.documents += rows.length
        const problem = await attachAll(export_, attachments)
        if (running.get(exportId) === export_) return problem ? err(problem) : ok(undefined)
        dropped(export_) // the lock came between, and did not see what was written since
        return err({ kind: 'locked' })
      }),

    end: async ({ exportId, keep, role }: Input<'outtake:end'>): Answer<'outtake:end'> =>
      attempted(async () => {
        const export_ = running.get(exportId)
        if (!export_) return err({ kind: 'notFound' })
        running.delete(exportId)
        const { documents, attachments, asked, file, record } = export_
        if (!keep) {
          file.drop()
          return ok({ files: [], documents: 0, attachments: 0 })
        }
        const actOf = (digest: string) => exported({ ...asked, role }, { documents, attachments, digest })
        const kept = await file
          .keep(digest => record(actOf(digest)))
          .catch((cause: unknown) => {
            dropped(export_)
            throw cause
          })
        if (kept.ok) return ok({ files: [...kept.value], documents, attachments })
        dropped(export_)
        return kept
      }),

    /** At a lock: half an export holds documents that are not public, too. */
    dropAll: (): void => {
      for (const each of running.values()) dropped(each)
      running.clear()
    },
  }
}

/** A disk that is gone takes no removal either, and whoever locks the desk has more to put away; what is left is no export by its name. */
const dropped = ({ file }: Running): void => void attemptWrite(() => file.drop())

const nothingYet = { documents: 0, attachments: 0, digest: '0'.repeat(64) }

const exported = (
  { format, isPublicOnly, role }: Pick<Input<'outtake:begin'>, 'format' | 'isPublicOnly' | 'role'>,
  what: typeof nothingYet,
) => ({
  ...{ subject: officeSubject, role },
  facts: [{ type: 'documents.exported@1', open: { format, isPublicOnly, ...what } }],
})

/** Said before anything is written: what lies under its name stays, unless an earlier export wrote it. */
function folderFor(
  inside: string,
  { format, fileName, columns, heads, from }: Input<'outtake:begin'>,
  today: string,
): Result<FolderWithFiles, Problem> {
  const target = pathFault(fileName) === null ? placeIn(inside, fileName) : null
  if (target === null) return err({ kind: 'badInput', detail: 'fileName' })
  const isOwn = format === 'bag' ? isOwnBag : isOwnDocuments
  const taken = takenBy(target, isOwn) ?? takenBy(halfOf(target), isOwn)
  if (taken) return err(taken)
  if (format === 'bag') return ok(bagFolder(target, columns, { source: from, baggedOn: today }))
  return ok(documentFolder(target, { columns, ...heads }))
}

function fileFor(target: string, { format, columns, fileName }: Input<'outtake:begin'>): CatalogueFile {
  if (format === 'xlsx') return xlsxFiles(target, columns, fileName.replace(/\.[^.]*$/u, '').slice(0, 31))
  return format === 'csv' ? csvFiles(target, columns) : jsonLinesFile(target, columns)
}

export type OuttakeDesk = ReturnType<typeof outtakeDesk>

async function attempted<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await work()
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === undefined) throw cause
    return err({ kind: 'cannotWrite', detail: code })
  }
}
