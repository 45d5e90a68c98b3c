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
  /** An administrator may also say that it is an earlier day: a wrong clock may have written the last act. */
  readonly mayGoBack: boolean
  /** Records the date; null where it was taken, and the dialog goes when the caller takes it away. */
  readonly onConfirm: (today: CivilDate) => Promise<Problem | null>
  readonly onLock: () => void
}

/** A long holiday is not unusual; beyond it a typing error is likelier (C). */
const usualGapDays = 15

/** Asks for the date when the machine's clock stands before the last act. Must be answered: every time limit rests on it. */
export function ClockDialog({ problem, mayGoBack, onConfirm, onLock }: ClockDialogProps) {
  const { t, format } = useMessages()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Problem | null>(null)
  const [today, setToday] = useState<CivilDate | null>(null)
  const lastActOn = dayOf(problem.lastActOn)
  const words = (day: CivilDate | null, text: string): string => (day ? format.fullDay(day) : text)
  const named = {
    machineSays: words(dayOf(problem.machineSays), problem.machineSays),
    lastActOn: words(lastActOn, problem.lastActOn),
  }
  const confirm = async (): Promise<void> => {
    if (!today) return
    setBusy(true)
    setFailure(await onConfirm(today))
    setBusy(false)
  }
  const gap = today && lastActOn ? daysBetween(lastActOn, today) : 0
  return (
    <Dialog
      open
      title={t('clock.title')}
      help="trouble"
      acts={
        <>
          <Act onAct={onLock}>{t('clock.lock')}</Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={busy}
            disabledBecause={today ? undefined : t('clock.why.date')}
            onAct={() => void confirm()}
          >
            {busy ? t('clock.confirming') : t('clock.confirm')}
          </Act>
        </>
      }
    >
      <p>{t(problem.isAhead ? 'clock.whyAhead' : 'clock.why', named)}</p>
      <p className="sign-in-quiet">{t('clock.kept')}</p>
      {lastActOn ? (
        <DateField
          label={t('clock.today')}
          hint={
            gap > usualGapDays
              ? t('clock.far', { n: gap })
              : t(mayGoBack ? 'clock.hintAdministrator' : 'clock.hint', named)
          }
          value={today}
          onChange={setToday}
          today={lastActOn}
          earliestOn={mayGoBack ? undefined : lastActOn}
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
