import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { sizeWords } from '../../case-parts/scan-words'
import type { ScansAdded, ScansRunning } from './use-scans-adding'

/** Says how far it is, once it takes longer than a moment; can be stopped from the first. */
export function ScansProgress({
  running,
  onCancel,
}: {
  readonly running: ScansRunning
  readonly onCancel: () => void
}) {
  const translator = useMessages()
  const { t } = translator
  const isLate = useLate(true)
  const { title, n, of, done, total } = running
  const stop = (
    <Act keys="Esc" onAct={onCancel}>
      {t('scans.add.cancel')}
    </Act>
  )
  if (!isLate) return stop
  const figures = t('scans.add.figures', { done: sizeWords(done, translator), total: sizeWords(total, translator) })
  return (
    <ProgressLine done={done} total={total} act={stop}>
      {t('scans.add.doing', { title, n, of })}
      {'\u3000'}
      {figures}
    </ProgressLine>
  )
}

/** What was added, and what a person still has to know about it. */
export function ScansOutcome({ added }: { readonly added: ScansAdded }) {
  const { t } = useMessages()
  const { count, mended, notPutAway, isCancelled } = added
  const sentences = [
    ...(count > 0 ? [t('scans.add.done', { n: count })] : []),
    ...mended.map(title => t('scans.add.mended', { title })),
    ...notPutAway.map(title => t('scans.add.notPutAway', { title })),
    ...(isCancelled ? [t('scans.add.cancelled')] : []),
  ]
  return (
    <div role="status" className="scans-outcome">
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}
