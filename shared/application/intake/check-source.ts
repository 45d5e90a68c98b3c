import type { Problem } from '../../contracts/problems'
import type { ReadDocument } from '../../contracts/read-document'
import { isPublic } from '../../domain/catalogue/document'
import { err, ok, type Result } from '../../kernel/result'
import { lineName, type CheckedDocument } from './checked-document'
import { leftColumns } from './fields'
import { outcomeOf } from './findings'
import { textKey, type KnownDocuments } from './known-documents'
import type { Intake, OpenedSource } from './ports'
import { readRow, type RowContext } from './read-row'
import type { RelationTargets } from './relation-targets'
import { settleRows } from './settle-rows'

export type { CheckedDocument }

export interface CheckContext extends RowContext {
  /** Documents of the catalogue; those of the source are added while it is read. */
  readonly known: KnownDocuments
  /** What a relation may lead to: documents by id, those of the source as `#3`, added while it is read. */
  readonly targets: RelationTargets<string>
  /** Whether a document of this day can be given an index number by its agency. */
  readonly canNumber: (agencyId: string) => boolean
}

export interface CheckOptions {
  readonly onProgress: (done: number) => void
  /** Asked between the parts: true ends the check. */
  readonly isCancelled: () => boolean
}

export interface CheckedSource {
  readonly rows: readonly CheckedDocument[]
  /** Head words that no field takes: what stands below them is left behind. */
  readonly left: readonly string[]
}

/** Reads the whole source once and tells what would become of each document. Null where it was cancelled. */
export async function checkSource(
  intake: Pick<Intake, 'read' | 'look'>,
  { source, context }: { readonly source: OpenedSource; readonly context: CheckContext },
  { onProgress, isCancelled }: CheckOptions,
): Promise<Result<CheckedSource | null, Problem>> {
  const rows: CheckedDocument[] = []
  const heads = new Set<string>()
  for (let from: number | null = 0; from !== null;) {
    if (isCancelled()) return ok(null)
    const part = await intake.read(source.sourceId, from)
    if (!part.ok) return err(part.problem)
    for (const document of part.value.documents) {
      rows.push(checkDocument(document, context))
      for (const head of Object.keys(document.columns)) heads.add(head)
    }
    onProgress(rows.length)
    from = part.value.next
  }
  const settled = await settleRows(rows, { intake, source, targets: context.targets })
  if (!settled.ok) return settled
  return ok({ rows: settled.value, left: leftColumns([...heads], context.choices.columns) })
}

export function checkDocument(document: ReadDocument, context: CheckContext): CheckedDocument {
  const row = readRow(document, context)
  const { details, text, shown, guessed, offered, relations, attachments } = row
  const indexNo = details?.indexNo
  const likeness = { ...shown, indexNo, textKey: textKey(text) }
  const findings = [...row.findings, ...(details ? context.known.findingsOf(likeness) : [])]
  if (details && indexNo === undefined && !context.canNumber(details.agencyId))
    findings.push({ kind: 'indexNoMissing' })
  const outcome = outcomeOf(findings)
  if (outcome !== 'refused') {
    context.known.add(likeness, lineName(document))
    context.targets.add(lineName(document), likeness)
  }
  return {
    ...{ line: document.line, name: document.name, digest: document.digest, shown, guessed, offered },
    ...(indexNo === undefined ? {} : { indexNo }),
    isPublic: becomesPublic(row),
    ...(relations.length > 0 ? { relations } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...{ chars: text.length, outcome, findings },
  }
}

const becomesPublic = ({ details }: ReturnType<typeof readRow>): boolean =>
  details !== null && isPublic({ details: { ...details, indexNo: details.indexNo ?? '' }, isWithdrawn: false })

export interface Tally {
  readonly taken: number
  readonly warned: number
  readonly double: number
  readonly refused: number
}

export function tallyOf(rows: readonly CheckedDocument[], doublesTaken: ReadonlySet<number>): Tally {
  const count = (isMeant: (row: CheckedDocument) => boolean): number => rows.filter(isMeant).length
  return {
    taken: count(row => isTaken(row, doublesTaken)),
    warned: count(({ outcome }) => outcome === 'warned'),
    double: count(({ outcome }) => outcome === 'double'),
    refused: count(({ outcome }) => outcome === 'refused'),
  }
}

export const isTaken = ({ outcome, line }: CheckedDocument, doublesTaken: ReadonlySet<number>): boolean =>
  outcome === 'taken' || outcome === 'warned' || (outcome === 'double' && doublesTaken.has(line))
