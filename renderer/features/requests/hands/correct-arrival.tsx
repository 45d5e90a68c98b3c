import type { Desk } from '#shared/application/desk'
import { isAnotherRule, mayLeaveOpen, withChannel } from '#shared/application/requests/correction-draft'
import { evidenceOf, needsConfirmation, receiptRules } from '#shared/domain/requests/date-of-receipt'
import { actProblem } from '#shared/domain/requests/request-acts'
import type { Channel } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../../i18n/messages-provider'
import { DateField } from '../../../ui/date-field/date-field'
import { CheckBox } from '../../../ui/fields/check-box'
import { FieldNote } from '../../../ui/fields/field'
import { SelectField } from '../../../ui/fields/select-field'
import { TextField } from '../../../ui/fields/text-field'
import { natureIn } from '../day-nature'
import type { CorrectParts } from './correct-parts'

const channels: readonly Channel[] = ['inPerson', 'signedPost', 'ordinaryPost', 'email', 'web', 'fax', 'phoneNote']

/** Channel and day of receipt: mended by those who answer for the clock, never by the clerk who may be late. */
export function CorrectArrival({ desk, ...parts }: CorrectParts & { readonly desk: Desk }) {
  const { draft, change, request } = parts
  const { t } = useMessages()
  const by = { actor: desk.me.personId, posts: desk.me.posts }
  const question = { type: 'request.corrected@1', channel: request.channel } as const
  if (actProblem(request, question, by))
    return <p className="dialog-hint search-whole">{t('correct.channelByOthers')}</p>
  return (
    <>
      <SelectField
        label={t('correct.channel')}
        value={draft.channel}
        onChange={channel => change(withChannel(draft, channel, request))}
        choices={channels.map(value => ({ value, label: t(`channel.${value}`) }))}
      />
      <ArrivalDay desk={desk} {...parts} />
      <ReceiptDay desk={desk} {...parts} />
      {draft.channel === request.channel ? null : <Evidence {...parts} />}
    </>
  )
}

/** Where both sides confirm, the office has one working day from the arrival to reach the applicant (reference 2.3). */
function ArrivalDay({ desk, draft, change, request, about }: CorrectParts & { readonly desk: Desk }) {
  const { t } = useMessages()
  if (!needsConfirmation(draft.channel)) return null
  // The last contact is the confirmation, whose day may be mended too.
  const attempts = request.receivedOn ? request.contacts.slice(0, -1) : request.contacts
  const tried = attempts.map(({ triedOn }) => triedOn).toSorted()[0]
  return (
    <DateField
      {...about('arrivedOn')}
      hint={t('correct.arrivedHint')}
      value={draft.arrivedOn}
      onChange={arrivedOn => change({ arrivedOn })}
      today={desk.today}
      latestOn={tried ?? desk.today}
      natureOf={natureIn(desk.calendar)}
    />
  )
}

/** Art. 31: the day by the rule of the channel. While a receipt waits for its confirmation there is none to mend. */
function ReceiptDay({ desk, draft, change, request, about }: CorrectParts & { readonly desk: Desk }) {
  const { t } = useMessages()
  const isAnother = isAnotherRule(request.channel, draft.channel)
  if (!request.receivedOn && !isAnother) return null
  return (
    <DateField
      {...about('receivedOn')}
      hint={mayLeaveOpen(draft, request) ? t('correct.leftOpen') : t('hands.correct.receiptHint')}
      value={draft.receivedOn}
      onChange={receivedOn => change({ receivedOn })}
      today={desk.today}
      latestOn={desk.today}
      {...(needsConfirmation(draft.channel) ? { earliestOn: draft.arrivedOn ?? request.arrivedOn } : {})}
      natureOf={natureIn(desk.calendar)}
    />
  )
}

function Evidence({ draft, change, about }: CorrectParts) {
  const { t } = useMessages()
  const asked = evidenceOf[draft.channel]
  const seen = about('originalSeen')
  return (
    <>
      <p className="dialog-hint search-whole">{t(`intake.rule.${receiptRules[draft.channel].startsOn}`)}</p>
      {(['trackingNo', 'signedBy', 'from'] as const).map(field =>
        asked[field] ? (
          <TextField
            key={field}
            {...about(field)}
            optional={asked[field] === 'may'}
            value={draft[field]}
            onChange={text => change({ [field]: text })}
          />
        ) : null,
      )}
      {draft.channel === 'inPerson' ? (
        <div className="search-whole">
          <CheckBox checked={draft.originalSeen} onChange={originalSeen => change({ originalSeen })}>
            {seen.label}
          </CheckBox>
          <FieldNote id="correct-original-seen" error={seen.error} />
        </div>
      ) : null}
    </>
  )
}
