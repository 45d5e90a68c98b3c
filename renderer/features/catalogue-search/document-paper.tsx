import { useCallback, useState } from 'react'
import type { PrintedDocument } from '#shared/application/catalogue/printed-document'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import type { FoundDocument } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import { isPublic } from '#shared/domain/catalogue/document'
import { validityOn } from '#shared/domain/catalogue/validity-on'
import { err } from '#shared/kernel/result'
import { SeenPaperDialog } from '../../case-parts/seen-paper-dialog'
import { citationOf } from './citation'

interface DocumentPaperProps {
  readonly desk: Desk
  readonly hit: FoundDocument
  readonly onClose: () => void
}

/** A document for the visitor to take along. Its words are Chinese whatever the language of the screen. */
export function DocumentPaper({ desk, hit, onClose }: DocumentPaperProps) {
  const { papers } = desk
  const [asked] = useState({ desk, hit }) // the list may be answered anew under the dialog
  const compose = useCallback(async () => {
    const document = await read(asked.desk, asked.hit)
    if (!document) return err({ kind: 'paperFailed', why: 'notReady' } as const)
    return papers.composeDocument(document, `document-${asked.hit.documentId}.pdf`)
  }, [papers, asked])
  return <SeenPaperDialog {...{ papers, compose, onClose }} title={asked.hit.title.text} />
}

/** As the catalogue has it now; null where it went a moment ago. */
async function read({ documents, offices, today }: Desk, hit: FoundDocument): Promise<PrintedDocument | null> {
  const { documentId } = hit
  const [[record], [text = ''], office] = await Promise.all([
    documents.get([documentId]),
    documents.texts([documentId]),
    offices.findOffice(),
  ])
  return record && office ? printedDocument(record, { hit, text, office: office.name, madeOn: today }) : null
}

type Around = Pick<PrintedDocument, 'text' | 'office' | 'madeOn'> & { readonly hit: FoundDocument }

export function printedDocument({ document }: DocumentRecord, { hit, ...around }: Around): PrintedDocument {
  const { title, docNo, issuer, documentDate, indexNo, publishedOn } = document.details
  const validity = validityOn(document.details, around.madeOn)
  return {
    ...{ title, indexNo, validity, isPublic: isPublic(document), citation: citationOf(hit) },
    ...(docNo ? { docNo } : {}),
    ...(issuer ? { issuer } : {}),
    ...(documentDate ? { documentDate } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    ...around,
  }
}
