import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import {
  documentForm,
  emptyDocumentForm,
  takeUpDraft,
  type DocumentForm,
} from '#shared/application/catalogue/document-form'
import { firstHeard } from '#shared/application/first-heard'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { useMessages } from '../../i18n/messages-provider'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { DocumentFormPage } from './document-form-page'

export interface DocumentFormDeskProps {
  readonly desk: Desk
  /** Null: a new one. */
  readonly documentId: DocumentId | null
  readonly onDone: (documentId: DocumentId) => void
  readonly onBack: () => void
}

export interface StartOfDocument {
  readonly draftName: string
  readonly form: DocumentForm
  /** What stands in the catalogue now, with its text; null for a new one. */
  readonly before: { readonly record: DocumentRecord; readonly text: string } | null
  /** When the draft was kept that the form begins with; null where there was none. */
  readonly savedAt: number | null
  /** What somebody else has changed since the draft was kept, and the draft too. */
  readonly changedMeanwhile: readonly (keyof DocumentForm)[]
}

/** 编目: the form of one document, over a draft that survives a crash. */
export function DocumentFormDesk(props: DocumentFormDeskProps) {
  const { desk, documentId } = props
  const { t } = useMessages()
  const [start, setStart] = useState<StartOfDocument | null>(null)
  const isSlow = useLate(start === null)
  const [first] = useState({ desk, documentId })
  useEffect(() => {
    let isHere = true
    void startOf(first.desk, first.documentId).then(ready => (isHere ? setStart(ready) : undefined))
    return () => {
      isHere = false
    }
  }, [first])
  if (!start) return isSlow ? <ProgressLine>{t('document.reading')}</ProgressLine> : null
  return <DocumentFormPage {...props} start={start} />
}

async function startOf(desk: Desk, documentId: DocumentId | null): Promise<StartOfDocument> {
  const draftName = `document-${documentId ?? 'new'}`
  const record = documentId && (await firstHeard(desk.documents.watchOne(documentId)))
  const before = record && { record, text: (await desk.documents.texts([record.documentId]))[0] ?? '' }
  const form = before ? documentForm(before.record.document.details, before.text) : emptyDocumentForm
  const kept = await desk.drafts.load(draftName)
  if (!kept.ok || kept.value === null) return { draftName, form, before, savedAt: null, changedMeanwhile: [] }
  return { draftName, before, savedAt: kept.value.savedAt, ...takeUpDraft(kept.value.content, form) }
}
