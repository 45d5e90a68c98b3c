import { useEffect, useState } from 'react'
import type { FoundDocument } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import { formatDay } from '#shared/domain/calendar/civil-date'
import { TablePaperDialog } from '../../case-parts/table-paper-dialog'
import { useOffice } from '../../case-parts/use-office'

interface DocumentPaperProps {
  readonly desk: Desk
  readonly hit: FoundDocument
  readonly onClose: () => void
}

/** A document for the visitor to take along. Its words are Chinese whatever the language of the screen. */
export function DocumentPaper({ desk, hit, onClose }: DocumentPaperProps) {
  const issuer = useOffice(desk.offices)?.name
  const [text, setText] = useState<string>()
  useEffect(() => void desk.documents.texts([hit.documentId]).then(([one = '']) => setText(one)), [desk, hit])
  if (text === undefined || issuer === undefined) return null
  return (
    <TablePaperDialog
      papers={desk.papers}
      fileName={`document-${hit.documentId}.pdf`}
      table={documentTable({ hit, text, issuer, madeOn: desk.today })}
      onClose={onClose}
    />
  )
}

interface PrintedDocument {
  readonly hit: FoundDocument
  readonly text: string
  readonly issuer: string
  readonly madeOn: PrintedTable['madeOn']
}

export function documentTable({ hit, text, issuer, madeOn }: PrintedDocument): PrintedTable {
  const { title, docNo, facets, documentDate } = hit
  const facts = [docNo.text, facets.issuer, documentDate ? formatDay(documentDate) : ''].filter(fact => fact !== '')
  const paragraphs = text.split('\n').flatMap(line => (line.trim() === '' ? [] : [[line.trim()]]))
  return {
    ...{ issuer, title: title.text, subtitle: facts.join(' '), notes: [], signatures: [], madeOn },
    parts: [{ columns: [{ label: '正文', share: 1 }], rows: paragraphs, whenEmpty: '没有录入正文，见附件。' }],
  }
}
