import { useMemo } from 'react'
import type { ConsoleTexts } from '../texts'
import { namedDocuments } from './named-documents'

export interface DocumentsPreviewProps {
  readonly t: ConsoleTexts
  readonly lines: readonly string[]
}

/** Every document that would be sent, by its title and number: a count alone does not show the wrong one among them. */
export function DocumentsPreview({ t, lines }: DocumentsPreviewProps) {
  const documents = useMemo(() => namedDocuments(lines), [lines])
  return (
    <div className="console-grow">
      {t.documentCount(documents.length)}
      <div className="console-documents" role="region" tabIndex={0} aria-label={t.documentsToSend}>
        <ol>
          {documents.map(({ title, docNo }, at) => (
            <li key={at}>
              {title || <span className="console-quiet">{t.documentWithoutTitle}</span>}
              {docNo && <span className="console-quiet"> {docNo}</span>}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
