import { useState } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { daysBetween, parseCivilDate, type CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import { Dialog } from '../../ui/dialogs/dialog'
import { ProblemNote } from '../../ui/states/problem-note'
import './sign-in.css'

export interface ClockDialogProps {
  readonly problem: Extract<Problem, { kind: 'clockBehind' }>
  readonly onConfirm: (today: CivilDate) => void
  readonly onLock: () => void
  /** The date is being recorded. */
  readonly busy?: boolean
  /** Why the last confirmation was not taken. */
  readonly failure?: Problem | null
}

/** A long holiday is not unusual; beyond it a typing error is likelier (C). */
const usualGapDays = 15

/** Asks for the date when the machine's clock stands before the last act. Must be answered: every time limit rests on it. */
export function ClockDialog({ problem, onConfirm, onLock, busy = false, failure = null }: ClockDialogProps) {
  const { t, format } = useMessages()
  const [today, setToday] = useState<CivilDate | null>(null)
  const lastActOn = dayOf(problem.lastActOn)
  const words = (day: CivilDate | null, text: string): string => (day ? format.fullDay(day) : text)
  const named = {
    machineSays: words(dayOf(problem.machineSays), problem.machineSays),
    lastActOn: words(lastActOn, problem.lastActOn),
  }
  const gap = today && lastActOn ? daysBetween(lastActOn, today) : 0
  return (
    <Dialog
      open
      title={t('clock.title')}
      acts={
        <>
          <Act onAct={onLock}>{t('clock.lock')}</Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={busy}
            disabledBecause={today ? undefined : t('clock.why.date')}
            onAct={() => (today ? onConfirm(today) : undefined)}
          >
            {busy ? t('clock.confirming') : t('clock.confirm')}
          </Act>
        </>
      }
    >
      <p>{t('clock.why', named)}</p>
      <p className="sign-in-quiet">{t('clock.kept')}</p>
      {lastActOn ? (
        <DateField
          label={t('clock.today')}
          hint={gap > usualGapDays ? t('clock.far', { n: gap }) : t('clock.hint', named)}
          value={today}
          onChange={setToday}
          today={lastActOn}
          earliestOn={lastActOn}
          takesFocus
        />
      ) : null}
      {failure ? <ProblemNote sentence={problemSentence(failure, t)} /> : null}
    </Dialog>
  )
}

function dayOf(text: string): CivilDate | null {
  const day = parseCivilDate(text)
  return day.ok ? day.value : null
}
