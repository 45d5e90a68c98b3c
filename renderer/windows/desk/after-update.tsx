import { useEffect, useState } from 'react'
import type { UpdateCare, UpdateOutcome } from '#shared/application/settings/update-care'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { outcomeWords } from '../../i18n/update-words'
import { Act } from '../../ui/acts/act'
import { Mark } from '../../ui/marks/mark'

interface AfterUpdateProps {
  readonly updates: UpdateCare
  readonly today: CivilDate
}

/** The first sign-in after an update was started: the database is looked at once more, and what was found is said here. */
export function AfterUpdate({ updates, today }: AfterUpdateProps) {
  const translator = useMessages()
  const [outcome, setOutcome] = useState<UpdateOutcome | null>(null)
  useEffect(() => {
    let isShown = true
    const look = async () => {
      const state = await updates.read()
      if (!state.ok || !state.value.isCheckDue) return
      const checked = await updates.checkAfter()
      if (isShown && checked.ok) setOutcome(checked.value.last)
    }
    void look()
    return () => void (isShown = false)
  }, [updates])
  if (!outcome) return null
  const isDamaged = outcome.result === 'damaged'
  return (
    <section className="notices" aria-label={translator.t('update.title')}>
      <div className={isDamaged ? 'notice notice-readOnly' : 'notice'} role={isDamaged ? 'alert' : 'status'}>
        <Mark flag={isDamaged ? 'late' : outcome.result === 'updated' ? 'done' : 'soon'} />
        <p>{outcomeWords(outcome, today, translator)}</p>
        <Act size="small" onAct={() => setOutcome(null)}>
          {translator.t('notices.seen')}
        </Act>
      </div>
    </section>
  )
}
