import type { PaperKind, Papers } from '#shared/application/desk'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import type { RegisterPapers } from '#shared/application/registers/register-paper'
import { letterOf } from '#shared/domain/requests/request-transitions'
import { ok } from '#shared/kernel/result'

/** What left the desk, in order. */
export interface Made {
  readonly produced: { how: 'printed' | 'saved'; fileName: string }[]
  readonly tables: PrintedTable[]
}

/** Papers with a title and no text; their pages are the given pictures. */
export function fakePapers(pages: readonly Uint8Array[], { produced, tables }: Made): Papers {
  const paper = (kind: PaperKind, requestNo: string) =>
    ok({
      kind,
      title: `${kind} ${requestNo}`,
      fileName: `${requestNo}-${kind}.pdf`,
      bytes: new Uint8Array([37, 80, 68, 70]),
      pages: Math.max(1, pages.length),
      digest: '0'.repeat(64),
    })
  return {
    prepare: () => undefined,
    compose: async (kind, record) => paper(kind, record.request.requestNo),
    composeBlankForm: async agency => paper('F01', agency.code),
    composeProof: async (record, { decision }) => paper(letterOf(decision) ?? 'R01', record.request.requestNo),
    composeTable: async (table, fileName) => {
      tables.push(table)
      const { title, subtitle } = table
      return ok({ title: `${title} ${subtitle}`, fileName, bytes: new Uint8Array([37, 80, 68, 70]), pages: 1 })
    },
    composeDocument: async ({ title }, fileName) =>
      ok({ title, fileName, bytes: new Uint8Array([37, 80, 68, 70]), pages: 1 }),
    pageImages: async () => pages,
    save: async ({ fileName }) => {
      produced.push({ how: 'saved', fileName })
      return ok('saved')
    },
    print: async ({ fileName }) => {
      produced.push({ how: 'printed', fileName })
      return ok('printed')
    },
  }
}

/** Every order is stopped: what becomes of one is tested with its worker. */
export const fakeRegisterPapers: RegisterPapers = {
  compose: async () => ok('stopped'),
  firstPages: async () => [],
  save: async () => ok('cancelled'),
  print: async () => ok('stopped'),
}
