import { maskName, maskParty, type Party } from '#shared/domain/identity/masking'
import type { ApplicantType, ServiceWay } from '#shared/domain/requests/request-facts'
import type { ServedReply } from '#shared/domain/requests/request-state'
import type { FactWords } from './case-facts'

/** What met the clock: a signature, the hand-over to the post, or the dispatch. */
export const metBy: Readonly<Record<ServiceWay, 'signed' | 'posted' | 'sent'>> = {
  inPerson: 'signed',
  throughAgency: 'signed',
  post: 'posted',
  email: 'sent',
  online: 'sent',
}

export interface ServiceWordsContext extends FactWords {
  readonly applicant?: Party & { readonly applicantType: ApplicantType }
}

/** Day and way as title, then who, where and what proves it. */
export function serviceWords(
  served: ServedReply,
  { translator: { t, format }, today, missing, applicant }: ServiceWordsContext,
): { readonly title: string; readonly notes: readonly string[] } {
  const titles = {
    signed: 'requests.fact.servedOn',
    posted: 'requests.fact.servedPosted',
    sent: 'requests.fact.servedSent',
  } as const
  const title = t(titles[metBy[served.way]], { day: format.dayNear(served.servedOn, today) })
  const way = served.way === 'inPerson' ? '' : t(`serviceWay.${served.way}`)
  return {
    title,
    notes: [
      ...whoNotes(served, t, receiverOf(served, applicant) ?? missing),
      way,
      served.place ?? '',
      ...proofNotes(served, t),
    ],
  }
}

type T = FactWords['translator']['t']

/** Whoever signed is a person, but for the applicant's own name where an organisation received it. */
function receiverOf({ receivedBy }: ServedReply, applicant: ServiceWordsContext['applicant']): string | undefined {
  if (!receivedBy) return undefined
  return applicant?.name === receivedBy ? maskParty(applicant, applicant.applicantType).name : maskName(receivedBy)
}

function whoNotes(served: ServedReply, t: T, who: string): readonly string[] {
  if (metBy[served.way] !== 'signed') return []
  if (served.refused) return [t('serve.fact.refused')]
  if (served.receivedAs === undefined || served.receivedAs === 'applicant')
    return [t('requests.fact.byApplicant', { who })]
  return [t('serve.fact.signedBy', { as: t(`receivedAs.${served.receivedAs}`), who })]
}

function proofNotes({ trackingNo, mailClass, refused }: ServedReply, t: T): readonly string[] {
  const mail = mailClass ? t(`serve.mailClass.${mailClass}`) : ''
  const posted = trackingNo ? [t('serve.fact.tracking', { mail, trackingNo })] : []
  return refused
    ? [...posted, t('serve.fact.refusal', { reason: refused.reason, witness: maskName(refused.witness) })]
    : posted
}
