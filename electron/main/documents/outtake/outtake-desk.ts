import path from 'node:path'
import type { z } from 'zod'
import type { Reply } from '#shared/contracts/channel'
import type { intakeChannels } from '#shared/contracts/intake-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok } from '#shared/kernel/result'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import type { Workstation } from '../../workstation/workstation'
import { bagFolder, type BagFolder } from './bag-folder'
import { csvFile, jsonLinesFile, xlsxFiles, type CatalogueFile } from './catalogue-file'

type Output<N extends keyof typeof intakeChannels> = z.output<(typeof intakeChannels)[N]['output']>
type Input<N extends keyof typeof intakeChannels> = z.output<(typeof intakeChannels)[N]['input']>
type Answer<N extends keyof typeof intakeChannels> = Promise<Reply<Output<N>>>

export interface OuttakeParts {
  readonly workstation: Pick<Workstation, 'append' | 'scans'> & {
    readonly options: { readonly clock: { today(): string } }
  }
  /** Asks where to save; null where the person cancelled. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  /** Asks into which folder the package goes. */
  readonly askFolder: () => Promise<string | null>
  readonly documentsFolder: string
  readonly newId: () => string
}

interface Running {
  readonly format: Input<'outtake:begin'>['format']
  readonly file: CatalogueFile
  readonly bag: BagFolder | null
  documents: number
  attachments: number
}

/** The catalogue on its way out. What leaves is complete or not there, and that it left is an act. */
export function outtakeDesk({ workstation, askWhere, askFolder, documentsFolder, newId }: OuttakeParts) {
  const running = new Map<string, Running>()
  const begin = async ({ format, fileName, columns, from }: Input<'outtake:begin'>): Promise<Running | null> => {
    if (format === 'bag') {
      const folder = await askFolder()
      if (folder === null) return null
      const baggedOn = workstation.options.clock.today()
      const bag = bagFolder(path.join(folder, fileName), columns, { source: from, baggedOn })
      return { format, file: bag, bag, documents: 0, attachments: 0 }
    }
    const target = await askWhere(path.join(documentsFolder, fileName))
    if (target === null) return null
    const file =
      format === 'xlsx'
        ? xlsxFiles(target, columns, fileName.replace(/\.[^.]*$/u, '').slice(0, 31))
        : format === 'csv'
          ? csvFile(target, columns)
          : jsonLinesFile(target, columns)
    return { format, file, bag: null, documents: 0, attachments: 0 }
  }
  const attachAll = async (export_: Running, wanted: Input<'outtake:add'>['attachments']): Promise<Problem | null> => {
    const { scans } = workstation
    if (!export_.bag || wanted.length === 0) return null
    if (!scans) return { kind: 'locked' }
    for (const { documentId, digest, name } of wanted) {
      const subject = subjectOf('document', documentId)
      if (!scans.blobIndex.has(subject, digest)) return { kind: 'scanUnreadable', why: 'missing' }
      const damage = await scans.blobs.verify(subject, digest)
      if (damage !== null) return damage === 'locked' ? { kind: 'locked' } : { kind: 'scanUnreadable', why: damage }
      if (await export_.bag.attach(name, scans.blobs.parts(subject, digest))) export_.attachments++
    }
    return null
  }

  return {
    begin: async (asked: Input<'outtake:begin'>): Answer<'outtake:begin'> =>
      attempted(async () => {
        const begun = await begin(asked)
        const exportId = begun && newId()
        if (begun && exportId) running.set(exportId, begun)
        return ok({ exportId })
      }),

    add: async ({ exportId, rows, attachments }: Input<'outtake:add'>): Answer<'outtake:add'> =>
      attempted(async () => {
        const export_ = running.get(exportId)
        if (!export_) return err({ kind: 'notFound' })
        await export_.file.add(rows)
        export_.documents += rows.length
        const problem = await attachAll(export_, attachments)
        return problem ? err(problem) : ok(undefined)
      }),

    end: async ({ exportId, keep, role }: Input<'outtake:end'>): Answer<'outtake:end'> =>
      attempted(async () => {
        const export_ = running.get(exportId)
        if (!export_) return err({ kind: 'notFound' })
        running.delete(exportId)
        const { documents, attachments, format, file } = export_
        if (!keep) {
          file.drop()
          return ok({ files: [], documents: 0, attachments: 0 })
        }
        const { files, digest } = await file.keep()
        const open = { format, documents, attachments, digest }
        const noted = workstation.append({
          ...{ subject: officeSubject, role },
          facts: [{ type: 'documents.exported@1', open }],
        })
        return noted.ok ? ok({ files: [...files], documents, attachments }) : noted
      }),

    /** At a lock: half an export holds documents that are not public, too. */
    dropAll: (): void => {
      for (const { file } of running.values()) file.drop()
      running.clear()
    },
  }
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
