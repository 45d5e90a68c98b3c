import type { Desk, PaperKind } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { firstSettings } from '#shared/domain/agencies/office-settings'
import { workingDaysLeft } from '#shared/domain/clocks/clock-progress'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { isOverdue } from '#shared/domain/clocks/clock-progress'
import { maskApplicantName } from '#shared/domain/identity/masking'
import { boardFor, drafterOfRow } from '#shared/domain/requests/board'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import { PageHead } from '../../ui/shell/page-head'
import { AgencyNote } from './agency-note'
import { missingWords } from './missing-words'
import { mainOffer, type Offer, type OfferId } from './offers'
import { offerWord } from './possible-acts'
import { shortTitle } from './titles'
import { useOfficeSettings } from '../../case-parts/use-office'
import type { NameOf } from '../../case-parts/use-staff-names'

export interface CaseHeadProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly due: DueDate | null
  readonly offers: readonly Offer[]
  readonly nameOf: NameOf
  readonly onBack: () => void
  readonly onTake: (id: OfferId) => void
  readonly onPaper: (kind: PaperKind) => void
}

/** What is asked, by whom, who looks after it, how it stands; the one main act at the right. */
export function CaseHead({ desk, record, due, offers, nameOf, onBack, onTake, onPaper }: CaseHeadProps) {
  const translator = useMessages()
  const { t } = translator
  const { request } = record
  const { warningWorkingDays } = useOfficeSettings(desk.offices) ?? firstSettings
  const missing = missingWords(record, t)
  const main = mainOffer(request, offers)
  const { personal } = request
  return (
    <PageHead
      shape="case"
      onBack={onBack}
      title={personal ? shortTitle(personal.description) : missing}
      notes={
        <>
          <span>{request.requestNo}</span>
          <span>
            {t('requests.head.applicant', {
              name: personal ? maskApplicantName(personal.applicant.name, request.applicantType) : missing,
            })}
          </span>
          <AgencyNote desk={desk} agencyId={request.agencyId} />
          <span>{t('requests.head.handler', { name: nameOf(request.handler) })}</span>
          <span>{t(`refusal.status.${request.status}`)}</span>
          {standing(request, { desk, due, warningWorkingDays }, translator).map(({ flag, words }) => (
            <Status key={flag} flag={flag}>
              {words}
            </Status>
          ))}
        </>
      }
      acts={
        <>
          {due ? (
            <Act keys="P" onAct={() => onPaper('slip')}>
              {t('requests.printSlip')}
            </Act>
          ) : null}
          {main ? (
            <Act look="primary" showsKeys={main.keys} onAct={() => onTake(main.id)}>
              {offerWord(main.id, request, t)}
            </Act>
          ) : null}
        </>
      }
    />
  )
}

interface Standing {
  readonly flag: Flag
  readonly words: string
}

/** The same lanes as the Today board: late, due soon, waiting for me. */
function standing(
  request: DisclosureRequest,
  { desk, due, warningWorkingDays }: Pick<CaseHeadProps, 'desk' | 'due'> & { readonly warningWorkingDays: number },
  { t, format }: Translator,
): readonly Standing[] {
  if (!due || request.status === 'served' || request.status === 'closed')
    return request.status === 'served' ? [{ flag: 'done', words: t('status.done') }] : []
  const { requestNo, status } = request
  const row = {
    ...{ requestId: '' as never, requestNo, status, dueOn: due.dueOn, certainty: due.certainty },
    handler: request.handler,
    drafter: drafterOfRow(request),
  }
  const viewer = { me: desk.me.personId, posts: desk.me.posts, today: desk.today, warningWorkingDays }
  const board = boardFor([row], viewer, desk.calendar)
  const card = Object.values(board).flat()[0]
  const all: Standing[] = []
  if (isOverdue(due, desk.today)) all.push({ flag: 'late', words: overdueWords(due, desk, t) })
  else if (board.dueWithinThree.length > 0)
    all.push({ flag: 'soon', words: t('requests.head.soon', { n: format.fewDays(warningWorkingDays) }) })
  if (due.certainty === 'provisional') all.push({ flag: 'provisional', words: t('status.provisional') })
  if (card?.isWaitingForMe) all.push({ flag: 'mine', words: t('status.mine') })
  return all
}

function overdueWords(due: DueDate, { today, calendar }: Desk, t: Translator['t']): string {
  const days = -workingDaysLeft(due, today, calendar)
  return days > 0 ? t('requests.list.overdueBy', { n: days }) : t('strip.overdue')
}
