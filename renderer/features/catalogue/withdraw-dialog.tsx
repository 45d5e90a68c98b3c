import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { changedAtOnce } from '#shared/application/catalogue/bulk-edit'
import { roleFor } from '#shared/application/catalogue/document-form'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface WithdrawDialogProps {
  readonly desk: Desk
  readonly ids: readonly DocumentId[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 移出目录: the document stays in the ledger and its index number stays used; it can be restored. */
export function WithdrawDialog({ desk, ids, onDone, onClose }: WithdrawDialogProps) {
  const { t, format } = useMessages()
  const [reason, setReason] = useState('')
  const { isBusy, problem, run } = useRunning<Problem>()
  const withdraw = async (): Promise<void> => {
    const done = await run(() => withdrawAll(desk, ids, reason.trim()))
    if (!done) return
    onDone()
    onClose()
  }
  return (
    <Dialog
      open
      help="catalogue"
      title={t('catalogue.withdraw.title', { n: format.count(ids.length) })}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('catalogue.cancel')}
          </Act>
          <Act
            look="danger"
            keys="Ctrl+Enter"
            busy={isBusy}
            disabledBecause={reason.trim() === '' ? t('catalogue.withdraw.reasonFirst') : undefined}
            onAct={() => void withdraw()}
          >
            {t('catalogue.withdraw.do', { n: format.count(ids.length) })}
          </Act>
        </>
      }
    >
      <p>{t('catalogue.withdraw.what')}</p>
      <TextField
        takesFocus
        label={t('catalogue.withdraw.reason')}
        hint={t('catalogue.withdraw.reasonHint')}
        value={reason}
        maxLength={500}
        onChange={setReason}
        onEnter={() => (reason.trim() === '' ? undefined : void withdraw())}
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

/** Frame by frame; what is withdrawn already is passed over. */
async function withdrawAll(
  { documents, catalogue, me }: Desk,
  ids: readonly DocumentId[],
  reason: string,
): Promise<Result<true, Problem>> {
  const role = roleFor(me.posts)
  for (let at = 0; at < ids.length; at += changedAtOnce) {
    const some = ids.slice(at, at + changedAtOnce)
    const records = await documents.get(some)
    const standing = some.filter((_id, n) => records[n] && !records[n].document.isWithdrawn)
    if (standing.length === 0) continue
    const facts = [{ type: 'document.withdrawn@1', open: { reason } }] as const
    const written = await catalogue.write(
      role,
      standing.map(documentId => ({ documentId, facts })),
    )
    if (!written.ok) return written
  }
  return ok(true)
}
