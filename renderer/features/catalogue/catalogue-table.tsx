import { Fragment, memo, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Status } from '../../ui/marks/status'
import { rowsDrawn, useRowWindow } from '../../ui/tables/row-window'
import type { LineWords } from './line-words'

export interface CatalogueTableProps {
  readonly rows: readonly DocumentLine[]
  readonly words: (line: DocumentLine) => LineWords
  readonly chosen: ReadonlySet<DocumentId>
  /** Undefined where nothing may be chosen. */
  readonly onChoose: ((ids: readonly DocumentId[], isOn: boolean) => void) | undefined
  readonly onOpen: (documentId: DocumentId) => void
  readonly ref: RefObject<HTMLTableElement | null>
}

const columns = ['title', 'docNo', 'topic', 'issuer', 'documentDate', 'status', 'validity', 'indexNo'] as const

/**
 * One Tab stop: Up and Down walk the rows, Home and End go to the ends, Space chooses, Enter opens. Of a hundred thousand
 * rows only those in sight are drawn, and the one that may hold the focus.
 */
export function CatalogueTable({ rows, words, chosen, onChoose, onOpen, ref }: CatalogueTableProps) {
  const { t } = useMessages()
  const [at, setAt] = useState(0)
  const goTo = useRef<number | null>(null)
  const stop = Math.min(at, rows.length - 1)
  const inSight = useRowWindow(ref, rows.length)
  const drawn = rowsDrawn(inSight, rows.length, stop)
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    const line = rows[stop]
    if (event.key === 'Enter' && line) return onOpen(line.documentId)
    if (event.key === ' ' && line && onChoose) {
      event.preventDefault()
      return onChoose([line.documentId], !chosen.has(line.documentId))
    }
    const next = rowAfterKey(event.key, stop, rows.length)
    if (next === undefined) return
    event.preventDefault()
    goTo.current = next
    setAt(next)
  }
  // A row far away is drawn first and focused then; the focus brings it into sight.
  useLayoutEffect(() => {
    if (goTo.current === stop) ref.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${stop + 2}"]`)?.focus()
    goTo.current = null
  }, [ref, stop])
  return (
    <div className="catalogue-sheet">
      <table
        ref={ref}
        role="grid"
        aria-label={t('catalogue.title')}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={onChoose ? true : undefined}
        onKeyDown={onKey}
      >
        <thead>
          <tr aria-rowindex={1}>
            {onChoose ? (
              <th scope="col" className="doc-choose">
                {t('catalogue.column.choose')}
              </th>
            ) : null}
            {columns.map(column => (
              <th key={column} scope="col" className={`doc-${column}`}>
                {t(`catalogue.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((index, n) => {
            const line = rows[index]!
            const isChosen = chosen.has(line.documentId)
            return (
              <Fragment key={line.documentId}>
                <Gap rows={index - (drawn[n - 1] ?? -1) - 1} height={inSight.rowHeight} />
                <tr
                  aria-rowindex={index + 2}
                  aria-selected={onChoose ? isChosen : undefined}
                  tabIndex={index === stop ? 0 : -1}
                  onFocus={() => setAt(index)}
                  onClick={() => onOpen(line.documentId)}
                >
                  {onChoose ? (
                    <td className="doc-choose" onClick={event => event.stopPropagation()}>
                      <input
                        type="checkbox"
                        tabIndex={-1}
                        aria-label={t('catalogue.choose', { title: line.title })}
                        checked={isChosen}
                        onChange={event => onChoose([line.documentId], event.target.checked)}
                      />
                    </td>
                  ) : null}
                  <Cells line={line} words={words} />
                </tr>
              </Fragment>
            )
          })}
          <Gap rows={rows.length - 1 - (drawn.at(-1) ?? -1)} height={inSight.rowHeight} />
        </tbody>
      </table>
    </div>
  )
}

/** Holds the place of rows that are not drawn. */
function Gap({ rows, height }: { readonly rows: number; readonly height: number }) {
  return rows > 0 ? <tr aria-hidden="true" className="doc-gap" style={{ height: rows * height }} /> : null
}

/** Walking the rows moves a Tab stop only; the rows in sight need not be drawn again for it. */
const Cells = memo(function Cells({
  line,
  words,
}: { readonly line: DocumentLine } & Pick<CatalogueTableProps, 'words'>) {
  const { t } = useMessages()
  const { flag, status, topic, documentDate, validity, isTwice } = words(line)
  return (
    <>
      <td className="doc-title">{line.title === '' ? t('catalogue.erased') : line.title}</td>
      <td className="doc-docNo">{line.docNo}</td>
      <td className="doc-topic">{topic}</td>
      <td className="doc-issuer">{line.issuer}</td>
      <td className="doc-documentDate">{documentDate}</td>
      <td className="doc-status">
        <Status flag={flag}>{status}</Status>
      </td>
      <td className="doc-validity">{validity}</td>
      <td className={`doc-indexNo${isTwice ? ' is-twice' : ''}`}>
        {line.indexNo}
        {isTwice ? ` ${t('catalogue.twiceMark')}` : ''}
      </td>
    </>
  )
})

function rowAfterKey(key: string, at: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + 10,
    PageUp: at - 10,
  }
  const target = targets[key]
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target))
}
