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

/**
 * Two receipts that headquarters signed and that do not go together, word for word: over one act, or a later one for less than the
 * one before. Whoever has its public key can check both.
 */
export function ContradictedSection({ desk, seen: { report } }: SectionProps) {
  const { t } = useMessages()
  const nameOf = useChainNames(desk, report.chains)
  const { contradicted, outlived } = report
  const pairs = [
    ...contradicted.map(one => ({
      ...one,
      words: t('exchange.contradicted.line', { who: nameOf(one.chain), seq: one.seq }),
    })),
    ...outlived.map(one => ({
      ...one,
      words: t('exchange.outlived.line', { who: nameOf(one.chain), seq: one.seq, to: one.to }),
    })),
  ]
  if (pairs.length === 0) return null
  return (
    <Sheet title={t('exchange.contradicted')}>
      <ul className="exchange-lines" aria-label={t('exchange.contradicted')}>
        {pairs.map(({ words, before, now }) => (
          <li key={`${before.note} ${now.note}`}>
            <span className="exchange-words">{words}</span>
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
      <p className="exchange-quiet" aria-live="polite">
        {savedTo ? t('exchange.contradicted.saved', { path: savedTo }) : ''}
      </p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </>
  )
}
