import { useMemo, type RefObject } from 'react'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { useMessages } from '../../i18n/messages-provider'
import type { Translate } from '../../i18n/message'
import { Status } from '../../ui/marks/status'
import { RowGrid } from '../../ui/tables/row-grid'
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

/** Documents, each a row: what it is, where it belongs, and whether it is public. */
export function CatalogueTable({ rows, words, chosen, onChoose, onOpen, ref }: CatalogueTableProps) {
  const { t } = useMessages()
  const cells = useMemo(() => cellsOf(words, t), [words, t])
  return (
    <RowGrid
      ref={ref}
      label={t('catalogue.title')}
      className="catalogue-sheet"
      columns={columns.map(column => ({ className: `doc-${column}`, label: t(`catalogue.column.${column}`) }))}
      {...{ rows, cells }}
      onOpen={({ documentId }) => onOpen(documentId)}
      choosing={
        onChoose && {
          label: t('catalogue.column.choose'),
          isChosen: ({ documentId }) => chosen.has(documentId),
          nameOf: ({ title }) => t('catalogue.choose', { title }),
          onChoose: ({ documentId }, isOn) => onChoose([documentId], isOn),
        }
      }
    />
  )
}

const cellsOf = (words: CatalogueTableProps['words'], t: Translate) => (line: DocumentLine) => {
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
        {isTwice ? `${line.indexNo} ${t('catalogue.twiceMark')}` : line.indexNo}
      </td>
    </>
  )
}
