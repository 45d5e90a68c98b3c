import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import type { MessageKey } from '../../i18n/message'
import { Status } from '../../ui/marks/status'
import type { Flag } from '../../ui/marks/mark'

/** What main reports of the journal (channel health:report). */
export interface JournalHealth {
  /** In the journal of this office. */
  readonly acts: number
  /** `missing`: its folder is not there, as when its disk is not plugged in. */
  readonly mirror: 'off' | 'current' | 'behind' | 'missing'
  /** Scans that could not be copied though the folder is there. */
  readonly mirrorFailed?: number
  /** Copies that lie aside in the folder, with acts that were not on this machine. */
  readonly mirrorAside?: number
  readonly freeBytes?: number
  /** The machine's clock is wrong by days and a person has said what day it is. Civil days. */
  readonly clockCorrected?: { readonly machineSays: string; readonly officeSays: string }
  /** Asks main anew. */
  readonly lookAgain?: () => void
  /** False where the disk is too full to begin something new. */
  readonly mayStartNewWork: boolean
  readonly readOnly?: Problem | undefined
}

/** The worst thing first; when all is well, how much is safe. */
export function JournalLine({ health }: { readonly health: JournalHealth }) {
  const { t, format } = useMessages()
  const trouble = troubleOf(health)
  return (
    <p className="today-line">
      {trouble ? (
        <Status flag="late" quiet>
          {t(trouble)}
        </Status>
      ) : (
        <Status flag="done" quiet>
          {t('today.journal.fine', { acts: format.count(health.acts) })}
        </Status>
      )}
      <Status flag={mirrorFlags[health.mirror]} quiet>
        {t(`today.journal.mirror.${health.mirror}`)}
      </Status>
    </p>
  )
}

function troubleOf({
  readOnly,
  mayStartNewWork,
}: JournalHealth): (MessageKey & `today.journal.${'readOnly' | 'diskFull'}`) | null {
  if (readOnly) return 'today.journal.readOnly'
  return mayStartNewWork ? null : 'today.journal.diskFull'
}

const mirrorFlags: Readonly<Record<JournalHealth['mirror'], Flag>> = {
  off: 'provisional',
  current: 'done',
  behind: 'soon',
  missing: 'late',
}
