import type { CheckedDocument } from '#shared/application/intake/check-source'
import type { DocumentOutcome } from '#shared/application/intake/findings'
import type { GuessField } from '#shared/application/intake/read-row'
import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import { PagedRows } from '../../ui/tables/paged-rows'
import { documentFindingWords } from './finding-words'

export interface RowsTableProps {
  readonly rows: readonly CheckedDocument[]
  readonly doublesTaken: ReadonlySet<number>
  readonly onDoubles: (taken: ReadonlySet<number>) => void
}

const outcomes: readonly DocumentOutcome[] = ['refused', 'double', 'warned', 'taken']

/** Every document with its outcome, because a source may have a hundred thousand. */
export function RowsTable({ rows, doublesTaken, onDoubles }: RowsTableProps) {
  const { t } = useMessages()
  const toggle = (line: number, isTaken: boolean): void => {
    const next = new Set(doublesTaken)
    if (isTaken) next.add(line)
    else next.delete(line)
    onDoubles(next)
  }
  return (
    <PagedRows
      rows={rows}
      label={t('docImport.preview.title')}
      filterLabel={t('docImport.preview.filter')}
      filters={[
        { name: 'all', label: t('docImport.outcome.all'), isIn: () => true },
        ...outcomes.map(name => ({
          ...{ name, label: t(`docImport.outcome.${name}`) },
          isIn: ({ outcome }: CheckedDocument) => outcome === name,
        })),
      ]}
      head={
        <>
          <th scope="col">{t('docImport.column.line')}</th>
          {(['title', 'docNo', 'issuer', 'documentDate'] as const).map(field => (
            <th key={field} scope="col">
              {t(`docImport.field.${field}`)}
            </th>
          ))}
          <th scope="col">{t('docImport.column.outcome')}</th>
        </>
      }
      row={row => <OneRow key={row.line} row={row} isTaken={doublesTaken.has(row.line)} onDouble={toggle} />}
    />
  )
}

const flagOf: Readonly<Record<DocumentOutcome, Flag>> = {
  taken: 'done',
  warned: 'soon',
  double: 'late',
  refused: 'void',
}

interface OneRowProps {
  readonly row: CheckedDocument
  readonly isTaken: boolean
  readonly onDouble: (line: number, isTaken: boolean) => void
}

function OneRow({ row, isTaken, onDouble }: OneRowProps) {
  const translator = useMessages()
  const { t, format } = translator
  const { shown, outcome, findings, line, name } = row
  const findingWords = findings.map(finding => documentFindingWords(finding, translator)).join(t('docImport.join'))
  return (
    <tr>
      <td>{line}</td>
      <th scope="row">
        <Guessed row={row} field="title">
          {shown.title ?? ''}
        </Guessed>
        {name ? <span className="doc-import-name">{name}</span> : null}
      </th>
      <td>
        <Guessed row={row} field="docNo">
          {shown.docNo ?? ''}
        </Guessed>
      </td>
      <td>
        <Guessed row={row} field="issuer">
          {shown.issuer ?? ''}
        </Guessed>
      </td>
      <td className="rows-day">
        <Guessed row={row} field="documentDate">
          {shown.documentDate ? format.fullDay(shown.documentDate) : ''}
        </Guessed>
      </td>
      <td>
        <Status flag={flagOf[outcome]}>{t(`docImport.outcome.${outcome}`)}</Status>
        {findings.length > 0 ? <span className="rows-findings">{findingWords}</span> : null}
        {outcome === 'double' ? (
          <CheckBox checked={isTaken} onChange={checked => onDouble(line, checked)}>
            {t('docImport.double.take')}
          </CheckBox>
        ) : null}
      </td>
    </tr>
  )
}

/** A value that was guessed says so; a guess that was not taken is offered in grey. */
function Guessed({ row, field, children }: { row: CheckedDocument; field: GuessField; children: string }) {
  const { t, format } = useMessages()
  const offered = row.offered[field]
  if (row.guessed.includes(field))
    return (
      <>
        {children} <span className="doc-import-guess">{t('docImport.guess.mark')}</span>
      </>
    )
  if (offered === undefined) return <>{children}</>
  const words =
    field === 'documentDate' && row.offered.documentDate ? format.fullDay(row.offered.documentDate) : offered
  return (
    <>
      {children} <span className="doc-import-guess">{t('docImport.guess.offered', { text: words })}</span>
    </>
  )
}
