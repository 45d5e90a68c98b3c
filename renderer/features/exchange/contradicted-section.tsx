import { useState } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { useChainNames } from './chain-names'
import type { SectionProps } from './exchange-sections'

/** Two receipts that headquarters signed over one act, word for word: whoever has its public key can check both. */
export function ContradictedSection({ desk, seen: { report } }: SectionProps) {
  const { t } = useMessages()
  const nameOf = useChainNames(desk, report.chains)
  const { contradicted } = report
  if (contradicted.length === 0) return null
  return (
    <Sheet title={t('exchange.contradicted')}>
      <ul className="exchange-lines" aria-label={t('exchange.contradicted')}>
        {contradicted.map(({ chain, seq, before, now }) => (
          <li key={`${before.note} ${now.note}`}>
            <span className="exchange-words">{t('exchange.contradicted.line', { who: nameOf(chain), seq })}</span>
            {[before, now].map(({ note, signature }) => (
              <pre key={note} className="exchange-receipt">{`${note}${signature}`}</pre>
            ))}
          </li>
        ))}
      </ul>
      <p className="exchange-quiet">{t('exchange.contradicted.next')}</p>
      <SaveContradicted exchange={desk.exchange} />
    </Sheet>
  )
}

/** What is shown is carried out as a file: signed notes are of no use to anybody who has to type them off. */
function SaveContradicted({ exchange }: Pick<SectionProps['desk'], 'exchange'>) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const [savedTo, setSavedTo] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const path = await run(() => exchange.saveContradicted())
    if (path) setSavedTo(path)
  }
  return (
    <>
      <div className="exchange-acts">
        <Act busy={isBusy} onAct={() => void save()}>
          {t('exchange.contradicted.save')}
        </Act>
      </div>
      <p aria-live="polite">{savedTo ? t('exchange.contradicted.saved', { path: savedTo }) : ''}</p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </>
  )
}
