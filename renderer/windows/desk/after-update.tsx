import { useEffect, useState } from 'react'
import type { UpdateCare, UpdateState } from '#shared/application/settings/update-care'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { misplacedWords, outcomeWords } from '../../i18n/update-words'
import { Act } from '../../ui/acts/act'
import { Mark } from '../../ui/marks/mark'

interface AfterUpdateProps {
  readonly updates: UpdateCare
  readonly today: CivilDate
}

/** The first sign-in after an update was started: the database is looked at once more, and what was found is said here. */
export function AfterUpdate({ updates, today }: AfterUpdateProps) {
  const translator = useMessages()
  const [after, setAfter] = useState<UpdateState | null>(null)
  useEffect(() => {
    let isShown = true
    const look = async () => {
      const state = await updates.read()
      if (!state.ok || !state.value.isCheckDue) return
      const checked = await updates.checkAfter()
      if (isShown && checked.ok) setAfter(checked.value)
    }
    void look()
    return () => void (isShown = false)
  }, [updates])
  if (!after?.last) return null
  const outcome = after.last
  const misplaced = misplacedWords(after, translator.t)
  const isDamaged = outcome.result === 'damaged'
  return (
    <section className="notices" aria-label={translator.t('update.title')}>
      <div className={isDamaged ? 'notice notice-readOnly' : 'notice'} role={isDamaged ? 'alert' : 'status'}>
        <Mark flag={isDamaged ? 'late' : outcome.result === 'updated' ? 'done' : 'soon'} />
        <div>
          <p>{outcomeWords(outcome, today, translator)}</p>
          {misplaced ? <p>{misplaced}</p> : null}
        </div>
        <Act size="small" onAct={() => setAfter(null)}>
          {translator.t('notices.seen')}
        </Act>
      </div>
    </section>
  )
}
