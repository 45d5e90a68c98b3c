import type { ProofTally } from '#shared/domain/clocks/due-date'
import { useMessages } from '../../i18n/messages-provider'

/** 38 calendar days − 4 weekend − 10 holidays − 4 paused = 20: the tally of the proof, term by term. */
export function Equation({ tally }: { readonly tally: ProofTally }) {
  const { t } = useMessages()
  const taken = [
    { days: tally.weekendDays, word: t('strip.weekends'), look: '' },
    { days: tally.holidays, word: t('strip.holidays'), look: '' },
    { days: tally.pausedWorkingDays, word: t('strip.pausedDays'), look: 'term-paused' },
  ].filter(term => term.days > 0)
  return (
    <div className="equation" role="group" aria-label={t('strip.equation')}>
      <Term days={tally.calendarDays} word={t('strip.calendarDays')} />
      {taken.map(term => (
        <span key={term.word} className="equation-step">
          <i>−</i>
          <Term {...term} />
        </span>
      ))}
      <span className="equation-step">
        <i>=</i>
        <Term days={tally.workingDays} word={t('strip.workingDays')} look="term-result" />
      </span>
      {tally.makeUpDays > 0 ? (
        <span className="equation-aside">{t('strip.makeUps', { n: tally.makeUpDays })}</span>
      ) : null}
      {tally.makeUpAllowance > 0 ? (
        <span className="equation-aside">{t('strip.allowance', { n: tally.makeUpAllowance })}</span>
      ) : null}
    </div>
  )
}

interface TermProps {
  readonly days: number
  readonly word: string
  readonly look?: string
}

function Term({ days, word, look = '' }: TermProps) {
  return (
    <span className={`term ${look}`}>
      <b>{days}</b>
      {word}
    </span>
  )
}
