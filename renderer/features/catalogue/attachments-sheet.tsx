import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { postFor, roleFor } from '#shared/application/catalogue/document-form'
import type { ScanFile, ScanProblem } from '#shared/application/scans/scans'
import type { ScanMime } from '#shared/contracts/scan-type'
import { isPublic, type Attachment } from '#shared/domain/catalogue/document'
import { postsToPublish } from '#shared/domain/catalogue/document-acts'
import { ScanViewer } from '../../case-parts/scan-viewer'
import { mimeWord, sizeWords, titleOf } from '../../case-parts/scan-words'
import { useMessages } from '../../i18n/messages-provider'
import { refusalSentence } from '../../i18n/refusals'
import { scanProblemSentence } from '../../i18n/scan-problem-sentence'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface AttachmentsSheetProps {
  readonly desk: Desk
  readonly record: DocumentRecord
  readonly mayWrite: boolean
}

/** 附件: sealed files of the document. Each opens inside the program; nothing is written to the disk in clear. */
export function AttachmentsSheet({ desk, record, mayWrite }: AttachmentsSheetProps) {
  const translator = useMessages()
  const { t } = translator
  const [viewed, setViewed] = useState<Attachment | null>(null)
  const { isBusy, problem, run } = useRunning<ScanProblem>()
  const { documentId, document } = record
  const role = roleFor(desk.me.posts, isPublic(document))
  const mayAdd = postFor(desk.me.posts, isPublic(document)) !== undefined
  const add = (): void =>
    void run(async () => {
      const picked = await desk.scans.pick()
      if (!picked.ok) return picked
      for (const file of picked.value) {
        const added = await desk.scans.attach({ documentId, role, title: titleOf(file.name), file }, quietSteps(file))
        if (!added.ok) return added
      }
      return { ok: true, value: true }
    })
  const detach = ({ digest }: Attachment): void =>
    void run(async () => {
      const facts = [{ type: 'document.detached@1', open: { digest } }] as const
      const written = await desk.catalogue.write(roleFor(desk.me.posts), [{ documentId, facts }])
      return written.ok ? { ok: true, value: true } : written
    })
  return (
    <Sheet
      title={t('document.attachments')}
      acts={
        mayWrite ? (
          <Act
            size="small"
            icon="add"
            keys="I"
            busy={isBusy}
            disabledBecause={mayAdd ? undefined : refusalSentence({ kind: 'postNeeded', posts: postsToPublish }, t)}
            onAct={add}
          >
            {t('document.attach')}
          </Act>
        ) : null
      }
    >
      {document.attachments.length === 0 ? <p className="document-note">{t('document.noAttachments')}</p> : null}
      <ul className="document-links">
        {document.attachments.map(attachment => {
          const title = attachment.title ?? t('scans.untitled')
          return (
            <li key={attachment.digest}>
              <button type="button" className="link" onClick={() => setViewed(attachment)}>
                {title}
              </button>
              <small>
                {mimeWord(attachment.mime as ScanMime, translator)} {sizeWords(attachment.bytes, translator)}
              </small>
              {mayWrite ? (
                <button
                  type="button"
                  className="document-remove"
                  aria-label={t('document.detach', { title })}
                  onClick={() => detach(attachment)}
                >
                  ×
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {problem ? <ProblemNote sentence={scanProblemSentence(problem, t)} /> : null}
      {viewed ? (
        <ScanViewer
          open={() => desk.scans.openAttachment(documentId, { digest: viewed.digest, mime: viewed.mime as ScanMime })}
          title={viewed.title ?? t('scans.untitled')}
          onClose={() => setViewed(null)}
        />
      ) : null}
    </Sheet>
  )
}

/** Files of a document are few; the button says that one is on its way. */
const quietSteps = (_file: ScanFile) => ({ onProgress: () => undefined, isCancelled: () => false })
