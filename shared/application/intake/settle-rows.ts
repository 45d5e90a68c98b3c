import type { BesideFile } from '../../contracts/intake-channels'
import type { Problem } from '../../contracts/problems'
import { ok, type Result } from '../../kernel/result'
import { lineName, type CheckedDocument } from './checked-document'
import { outcomeOf, type DocumentFinding } from './findings'
import { hasFiles, type Intake, type OpenedSource, type WantedFile } from './ports'
import type { RelationTargets } from './relation-targets'

export interface Settling {
  readonly intake: Pick<Intake, 'look'>
  readonly source: Pick<OpenedSource, 'sourceId' | 'kind'>
  readonly targets: RelationTargets<string>
}

/**
 * What can be told of a document only when all of them were read: whether what it relates to is there, and its attachments
 * are. A file that another document names as its attachment is not taken as a document of its own.
 */
export async function settleRows(
  rows: readonly CheckedDocument[],
  { intake, source, targets }: Settling,
): Promise<Result<readonly CheckedDocument[], Problem>> {
  const naming = rows.filter(({ outcome, attachments }) => outcome !== 'refused' && attachments)
  const areFiles = hasFiles(source)
  const looked = areFiles ? await lookAll(naming, { intake, sourceId: source.sourceId }) : ok(nothingLooked)
  if (!looked.ok) return looked
  const { found, claimedBy } = looked.value
  const settled = rows.map(row => {
    const claimed = claimedBy.get(row.name)
    if (claimed !== undefined && claimed !== row.line) return ownedRow(row, claimed)
    const files = areFiles ? fileFindings(row, found.get(row.line) ?? []) : leftFindings(row)
    const more = [...relationFindings(row, targets), ...(row.outcome === 'refused' ? [] : files)]
    if (more.length === 0) return row
    const findings = [...row.findings, ...more]
    return { ...row, findings, outcome: outcomeOf(findings) }
  })
  return ok(settled)
}

interface Looked {
  readonly found: ReadonlyMap<number, readonly BesideFile[]>
  /** Paths of files that are attachments, with the line of the document that names each. */
  readonly claimedBy: ReadonlyMap<string, number>
}

const nothingLooked: Looked = { found: new Map(), claimedBy: new Map() }
const filesAtOnce = 100

async function lookAll(
  naming: readonly CheckedDocument[],
  { intake, sourceId }: { readonly intake: Settling['intake']; readonly sourceId: string },
): Promise<Result<Looked, Problem>> {
  const wanted: WantedFile[] = naming.flatMap(({ line, attachments = [] }) =>
    attachments.map(({ name }) => ({ line, name })),
  )
  const found = new Map<number, BesideFile[]>()
  const claimedBy = new Map<string, number>()
  for (let from = 0; from < wanted.length; from += filesAtOnce) {
    const some = wanted.slice(from, from + filesAtOnce)
    const looked = await intake.look(sourceId, some)
    if (!looked.ok) return looked
    looked.value.forEach((file, index) => {
      const { line } = some[index]!
      found.set(line, [...(found.get(line) ?? []), file])
      if (file.found === 'file' && !claimedBy.has(file.path)) claimedBy.set(file.path, line)
    })
  }
  return ok({ found, claimedBy })
}

/** Whatever else was said of it was said of a document that it is not. */
function ownedRow(row: CheckedDocument, line: number): CheckedDocument {
  const findings: readonly DocumentFinding[] = [{ kind: 'isAttachment', other: lineName({ line }) }]
  // What cannot be a document is none where somebody ticks it, either.
  if (row.outcome === 'refused') return { ...row, findings: [...findings, ...row.findings] }
  return { ...row, findings, outcome: outcomeOf(findings) }
}

function fileFindings({ attachments = [] }: CheckedDocument, files: readonly BesideFile[]): DocumentFinding[] {
  return attachments.flatMap(({ name }, index): DocumentFinding[] => {
    const text = name.slice(0, 100)
    const file = files[index]
    if (!file || file.found === 'nothing') return [{ kind: 'attachmentMissing', text }]
    return file.found === 'refused' ? [{ kind: 'attachmentRefused', text }] : []
  })
}

const leftFindings = ({ attachments = [] }: CheckedDocument): DocumentFinding[] =>
  attachments.length === 0
    ? []
    : [
        {
          kind: 'attachmentsLeft',
          text: attachments
            .map(({ title }) => title)
            .join('；')
            .slice(0, 200),
        },
      ]

function relationFindings(row: CheckedDocument, targets: RelationTargets<string>): DocumentFinding[] {
  if (row.outcome === 'refused') return []
  return (row.relations ?? []).flatMap(({ to }): DocumentFinding[] => {
    const text = to.slice(0, 100)
    const target = targets.find(to)
    if (target === 'ambiguous') return [{ kind: 'relationAmbiguous', text }]
    if (target === 'unknown') return [{ kind: 'relationUnknown', text }]
    return target === lineName(row) ? [{ kind: 'relationUnread', text }] : []
  })
}
