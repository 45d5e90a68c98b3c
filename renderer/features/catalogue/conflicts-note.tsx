import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { maySettleDocument, settleDocumentConflict } from '#shared/application/catalogue/settle-document'
import type { DocumentConflict } from '#shared/domain/catalogue/document'
import { documentConflictWords } from '../../case-parts/document-conflict-words'
import { SettleConflictDialog } from '../../case-parts/settle-conflict-dialog'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'

/** What the ledger holds and the document does not say: of two machines, said plainly, never settled silently. */
export function ConflictsNote({ desk, record }: { readonly desk: Desk; readonly record: DocumentRecord }) {
  const translator = useMessages()
  const { t } = translator
  const nameOf = useStaffNames(desk)
  const { documentId, document } = record
  const conflicts = useConflicts(desk, record)
  const [settling, setSettling] = useState<DocumentConflict | null>(null)
  if (conflicts.length === 0 || record.conflicts === 0) return null
  const linesOf = (conflict: DocumentConflict) => documentConflictWords(conflict, document, { nameOf, translator })
  // One act may have written over several fields: it is settled once, for all of them.
  const acts = [...new Map(conflicts.map(conflict => [`${conflict.by.chain}/${conflict.by.seq}`, conflict])).values()]
  const sameAct = ({ by }: DocumentConflict) =>
    conflicts.filter(other => other.by.chain === by.chain && other.by.seq === by.seq)
  return (
    <section className="document-conflicts" aria-label={t('document.conflicts')}>
      <Status flag="conflict" />
      <ul>
        {acts.map(conflict => (
          <li key={`${conflict.by.chain}/${conflict.by.seq}`}>
            {sameAct(conflict)
              .flatMap(linesOf)
              .map((line, nth) => (
                <div key={`${nth} ${line}`}>{line}</div>
              ))}
            {maySettleDocument(desk) ? (
              <Act size="small" onAct={() => setSettling(conflict)}>
                {t('hands.settle')}
              </Act>
            ) : null}
          </li>
        ))}
      </ul>
      {settling ? (
        <SettleConflictDialog
          note={t('document.indexNo', { indexNo: document.details.indexNo })}
          lines={sameAct(settling).flatMap(linesOf)}
          means={t('document.conflict.means')}
          hint={t('document.conflict.hint')}
          settle={reason => settleDocumentConflict(desk, documentId, { by: settling.by, reason })}
          onClose={() => setSettling(null)}
        />
      ) : null}
    </section>
  )
}

function useConflicts({ documents }: Desk, { documentId, document }: DocumentRecord): readonly DocumentConflict[] {
  const [conflicts, setConflicts] = useState<readonly DocumentConflict[]>([])
  useEffect(() => {
    let isHere = true
    void documents.conflicts(documentId).then(found => (isHere ? setConflicts(found) : undefined))
    return () => {
      isHere = false
    }
  }, [documents, documentId, document])
  return conflicts
}
