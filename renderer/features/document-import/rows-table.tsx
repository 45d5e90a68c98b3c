import { useState } from 'react'
import type { CheckedDocument } from '#shared/application/intake/check-source'
import type { DocumentOutcome } from '#shared/application/intake/findings'
import type { GuessField } from '#shared/application/intake/read-row'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { CheckBox } from '../../ui/fields/check-box'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import { documentFindingWords } from './finding-words'

export interface RowsTableProps {
  readonly rows: readonly CheckedDocument[]
  readonly doublesTaken: ReadonlySet<number>
  readonly onDoubles: (taken: ReadonlySet<number>) => void
}

type Filter = 'all' | DocumentOutcome
const filters: readonly Filter[] = ['all', 'refused', 'double', 'warned', 'taken']
const rowsOnPage = 100

/** Every document with its outcome; filters and pages, because a source may have a hundred thousand. */
export function RowsTable({ rows, doublesTaken, onDoubles }: RowsTableProps) {
  const { t } = useMessages()
  const [filter, setFilter] = useState<Filter>('all')
  const [page, setPage] = useState(0)
  const found = filter === 'all' ? rows : rows.filter(({ outcome }) => outcome === filter)
  const pages = Math.max(1, Math.ceil(found.length / rowsOnPage))
  const toggle = (line: number, isTaken: boolean): void => {
    const next = new Set(doublesTaken)
    if (isTaken) next.add(line)
    else next.delete(line)
    onDoubles(next)
  }
  return (
    <>
      <Chips
        rows={rows}
        filter={filter}
        onFilter={next => {
          setFilter(next)
          setPage(0)
        }}
      />
      <div className="doc-import-scroll" tabIndex={0} role="region" aria-label={t('docImport.preview.title')}>
        <table className="doc-import-table">
          <thead>
            <tr>
              <th scope="col">{t('docImport.column.line')}</th>
              <th scope="col">{t('docImport.field.title')}</th>
              <th scope="col">{t('docImport.field.docNo')}</th>
              <th scope="col">{t('docImport.field.issuer')}</th>
              <th scope="col">{t('docImport.field.documentDate')}</th>
              <th scope="col">{t('docImport.column.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(page * rowsOnPage, (page + 1) * rowsOnPage).map(row => (
              <OneRow key={row.line} row={row} isTaken={doublesTaken.has(row.line)} onDouble={toggle} />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 ? (
        <p className="doc-import-pages">
          <Act
            size="small"
            disabledBecause={page === 0 ? t('docImport.page', { page: 1, pages }) : undefined}
            onAct={() => setPage(page - 1)}
          >
            {t('docImport.page.before')}
          </Act>
          <span role="status">{t('docImport.page', { page: page + 1, pages })}</span>
          <Act
            size="small"
            disabledBecause={page === pages - 1 ? t('docImport.page', { page: pages, pages }) : undefined}
            onAct={() => setPage(page + 1)}
          >
            {t('docImport.page.after')}
          </Act>
        </p>
      ) : null}
    </>
  )
}

interface ChipsProps {
  readonly rows: readonly CheckedDocument[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

function Chips({ rows, filter, onFilter }: ChipsProps) {
  const { t, format } = useMessages()
  const countOf = (each: Filter): number =>
    each === 'all' ? rows.length : rows.filter(({ outcome }) => outcome === each).length
  return (
    <div className="doc-import-chips" role="group" aria-label={t('docImport.preview.filter')}>
      {filters
        .filter(each => each === 'all' || each === filter || countOf(each) > 0)
        .map(each => (
          <button
            key={each}
            type="button"
            className="doc-import-chip"
            aria-pressed={each === filter}
            onClick={() => onFilter(each)}
          >
            {t(`docImport.outcome.${each}`)} <b>{format.count(countOf(each))}</b>
          </button>
        ))}
    </div>
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
      <td className="doc-import-day">
        <Guessed row={row} field="documentDate">
          {shown.documentDate ? format.fullDay(shown.documentDate) : ''}
        </Guessed>
      </td>
      <td>
        <Status flag={flagOf[outcome]}>{t(`docImport.outcome.${outcome}`)}</Status>
        {findings.length > 0 ? <span className="doc-import-findings">{findingWords}</span> : null}
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
