import type { Desk } from '#shared/application/desk'
import type { RegistrationForm } from '#shared/application/reception/registration-form'
import { monthlyWarningAbove, type LikelyRepeat } from '#shared/domain/requests/likely-repeat'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { useEarlierRequests } from './use-earlier-requests'

export interface EarlierSheetProps {
  readonly desk: Desk
  readonly form: RegistrationForm
  /** Leaves the form with its draft kept. */
  readonly onOpen: (requestId: RequestId) => void
}

/** What the same applicant asked for before: a sign to the clerk, which stops nothing. */
export function EarlierSheet({ desk, form, onOpen }: EarlierSheetProps) {
  const { t } = useMessages()
  const { repeats, thisMonth } = useEarlierRequests(desk, form)
  return (
    <div aria-live="polite" className="reception-repeats">
      {repeats.length > 0 ? (
        <Sheet title={<Status flag="soon">{t('intake.repeat.title')}</Status>}>
          <ul className="reception-repeats">
            {repeats.slice(0, mostShown).map(repeat => (
              <RepeatLine key={repeat.earlier.requestId} desk={desk} repeat={repeat} onOpen={onOpen} />
            ))}
          </ul>
          <p className="reception-repeat-note">{t('intake.repeat.note')}</p>
        </Sheet>
      ) : null}
      {thisMonth > monthlyWarningAbove ? (
        <Sheet title={<Status flag="soon">{t('intake.monthly', { n: thisMonth })}</Status>}>
          <p className="reception-repeat-note">{t('intake.monthly.note', { most: monthlyWarningAbove })}</p>
        </Sheet>
      ) : null}
    </div>
  )
}

const mostShown = 3

interface RepeatLineProps extends Pick<EarlierSheetProps, 'desk' | 'onOpen'> {
  readonly repeat: LikelyRepeat
}

function RepeatLine({ desk, repeat: { earlier, score }, onOpen }: RepeatLineProps) {
  const { t, format } = useMessages()
  const { requestId, requestNo, on, status, description } = earlier
  return (
    <li>
      <p>
        {t('intake.repeat.line', {
          day: format.dayNear(on, desk.today),
          asked: shortened(description),
          requestNo,
          status: t(`refusal.status.${status}`),
          score: Math.round(score * 100),
        })}
      </p>
      <TextLink onAct={() => onOpen(requestId)}>{t('intake.repeat.open', { requestNo })}</TextLink>
    </li>
  )
}

const longest = 40

/** By code points, so that a rare character is never cut; without its full stop, because the sentence goes on. */
function shortened(description: string): string {
  const characters = [
    ...description
      .trim()
      .replace(/\s+/gu, ' ')
      .replace(/[。.]$/u, ''),
  ]
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`
}
