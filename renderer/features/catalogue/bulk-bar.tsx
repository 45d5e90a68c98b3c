import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { undoAll, withPart, type BulkToUndo, type Undoing } from '#shared/application/catalogue/bulk-edit'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { BulkDialog } from './bulk-dialog'
import { WithdrawDialog } from './withdraw-dialog'

export interface BulkBarProps {
  readonly desk: Desk
  readonly chosen: ReadonlySet<DocumentId>
  readonly onClear: () => void
}

/** What is done with all that are chosen, and what the last change can be taken back by. */
export function BulkBar({ desk, chosen, onClear }: BulkBarProps) {
  const { t, format } = useMessages()
  const [asked, setAsked] = useState<'edit' | 'withdraw' | null>(null)
  const [done, setDone] = useState<BulkToUndo | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const { documents, catalogue, me } = desk
  const undo = async (undoing: readonly Undoing[]): Promise<void> => {
    const undone = await run(async () => {
      const answer = await undoAll({ documents, catalogue, posts: me.posts }, undoing)
      return answer.ok ? answer : { ok: false, problem: answer.problem.problem }
    })
    if (undone) setDone(null)
  }
  return (
    <section className="bulk-bar" aria-label={t('catalogue.bulk')}>
      <span role="status">{t('catalogue.chosen', { n: format.count(chosen.size) })}</span>
      <Act size="small" keys="Alt+E" onAct={() => setAsked('edit')}>
        {t('catalogue.bulk.edit')}
      </Act>
      <Act size="small" onAct={() => setAsked('withdraw')}>
        {t('catalogue.bulk.withdraw')}
      </Act>
      <Act size="small" look="quiet" onAct={onClear}>
        {t('catalogue.bulk.clear')}
      </Act>
      {done ? (
        <span className="bulk-done">
          {t('catalogue.bulk.done', { n: format.count(done.undo.length) })}{' '}
          <Act size="small" busy={isBusy} onAct={() => void undo(done.undo)}>
            {t('catalogue.bulk.undo')}
          </Act>
        </span>
      ) : null}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {asked === 'edit' ? (
        <BulkDialog
          {...{ desk, chosen }}
          changed={done && !done.isWhole ? done.undo.length : 0}
          onPart={part => setDone(before => withPart(before, part))}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'withdraw' ? (
        <WithdrawDialog desk={desk} ids={[...chosen]} onDone={onClear} onClose={() => setAsked(null)} />
      ) : null}
    </section>
  )
}
