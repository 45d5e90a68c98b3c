import type { Problem } from '../../contracts/problems'
import type { ReadDocument } from '../../contracts/read-document'
import { isPublic } from '../../domain/catalogue/document'
import { err, ok, type Result } from '../../kernel/result'
import { leftColumns } from './fields'
import { outcomeOf, type DocumentFinding, type DocumentOutcome } from './findings'
import { textKey, type KnownDocuments } from './known-documents'
import type { Intake, OpenedSource } from './ports'
import { readRow, type GuessField, type RowContext } from './read-row'
import type { Recognised } from './recognise'

/** One line of the preview. It holds no text, so that a hundred thousand of them can be held. */
export interface CheckedDocument {
  readonly line: number
  /** Path or place of the file; '' for the row of a list. */
  readonly name: string
  readonly digest: string
  readonly shown: Recognised
  readonly indexNo?: string
  /** Anybody may read it once it is written. */
  readonly isPublic: boolean
  readonly guessed: readonly GuessField[]
  readonly offered: Recognised
  /** Characters (UTF-16). */
  readonly chars: number
  readonly outcome: DocumentOutcome
  readonly findings: readonly DocumentFinding[]
}

export interface CheckContext extends RowContext {
  /** Documents of the catalogue; those of the source are added while it is read. */
  readonly known: KnownDocuments
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
  intake: Pick<Intake, 'read'>,
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
  return ok({ rows, left: leftColumns([...heads], context.choices.columns) })
}

export function checkDocument(document: ReadDocument, context: CheckContext): CheckedDocument {
  const row = readRow(document, context)
  const { details, text, shown, guessed, offered } = row
  const indexNo = details?.indexNo
  const likeness = { ...shown, indexNo, textKey: textKey(text) }
  const findings = [...row.findings, ...(details ? context.known.findingsOf(likeness) : [])]
  if (details && indexNo === undefined && !context.canNumber(details.agencyId))
    findings.push({ kind: 'indexNoMissing' })
  const outcome = outcomeOf(findings)
  if (outcome !== 'refused') context.known.add(likeness, lineName(document))
  return {
    ...{ line: document.line, name: document.name, digest: document.digest, shown, guessed, offered },
    ...(indexNo === undefined ? {} : { indexNo }),
    isPublic: details !== null && isPublic({ details: { ...details, indexNo: indexNo ?? '' }, isWithdrawn: false }),
    ...{ chars: text.length, outcome, findings },
  }
}

/** How another row of the same source is called: screens put it into words. */
const lineName = ({ line }: ReadDocument): string => `#${line}`

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
