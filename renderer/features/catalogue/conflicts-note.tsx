import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { maySettleDocument, settleDocumentConflict } from '#shared/application/catalogue/settle-document'
import type { DocumentConflict, TextPlace } from '#shared/domain/catalogue/document'
import { documentConflictWords } from '../../case-parts/document-conflict-words'
import { OpenConflicts, type OpenConflict } from '../../case-parts/open-conflicts'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { BothTexts } from './both-texts'

/** What the ledger holds and the document does not say: of two machines, said plainly, never settled silently. */
export function ConflictsNote({ desk, record }: { readonly desk: Desk; readonly record: DocumentRecord }) {
  const translator = useMessages()
  const { t } = translator
  const nameOf = useStaffNames(desk)
  const { documentId, document } = record
  const conflicts = useConflicts(desk, record)
  const [compared, setCompared] = useState<TextPlace | null>(null)
  if (conflicts.length === 0 || record.conflicts === 0) return null
  const wordsOf = (conflict: DocumentConflict) => documentConflictWords(conflict, document, { nameOf, translator })
  const shown = byAct(conflicts).map((ofAct): OpenConflict => {
    const lost = ofAct.map(lostText).find(place => place !== null)
    return {
      by: ofAct[0]!.by,
      lines: ofAct.flatMap(wordsOf),
      ...(lost && {
        acts: (
          <Act size="small" onAct={() => setCompared(lost)}>
            {t('document.compare')}
          </Act>
        ),
        both: <BothTexts desk={desk} record={record} lost={lost} />,
      }),
    }
  })
  return (
    <>
      <OpenConflicts
        label={t('document.conflicts')}
        conflicts={shown}
        note={t('document.indexNo', { indexNo: document.details.indexNo })}
        means={t('document.conflict.means')}
        hint={t('document.conflict.hint')}
        maySettle={maySettleDocument(desk)}
        settle={settled => settleDocumentConflict(desk, documentId, settled)}
      />
      {compared ? (
        <Dialog
          open
          width={1100}
          title={t('document.compare')}
          note={t('document.indexNo', { indexNo: document.details.indexNo })}
          onClose={() => setCompared(null)}
          acts={
            <Act look="primary" takesFocus showsKeys="Esc" onAct={() => setCompared(null)}>
              {t('catalogue.close')}
            </Act>
          }
        >
          <BothTexts desk={desk} record={record} lost={compared} />
        </Dialog>
      ) : null}
    </>
  )
}

/** One act may have written over several fields: it is settled once, for all of them. */
function byAct(conflicts: readonly DocumentConflict[]): readonly (readonly DocumentConflict[])[] {
  const acts = new Map<string, DocumentConflict[]>()
  for (const conflict of conflicts) {
    const at = `${conflict.by.chain}/${conflict.by.seq}`
    acts.set(at, [...(acts.get(at) ?? []), conflict])
  }
  return [...acts.values()]
}

/** Which act brought the text that was written over; null where another field was, or there was none. */
const lostText = (conflict: DocumentConflict): TextPlace | null =>
  conflict.kind === 'overwritten' && conflict.field === 'text' ? (conflict.value as TextPlace | null) : null // as the fold says

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
