import type { FilledRequest, FormModel, PostalAddress, RequestForm } from './model/form-models'
import type { LetterElement } from './elements/letter-element'

export type FormElementId =
  | 'applicantType'
  | 'identityProof'
  | 'applicantPhone'
  | 'oralReason'
  | 'scribe'
  | 'readBack'
  | 'agentAuthority'
  | 'postalAddress'
  | 'postOffice'
  | 'trackingNo'
  | 'mailedOn'
  | 'postedBy'
  | 'transferTo'
  | 'transferContact'
  | 'transferReason'
  | 'passedOn'
  | 'decision'
  | 'drafter'
  | 'submittedOn'
  | 'labelPlace'
  | 'visitNo'
  | 'visitor'
  | 'visitedFrom'
  | 'visitItems'
  | 'copies'
  | 'certificateNo'
  | 'archivesAbout'
  | 'archivalCode'
  | 'certifiedContent'
  | 'usedFor'
  | 'certifiedOn'

type Elements<K extends FormModel['letter']> = readonly LetterElement<Extract<FormModel, { letter: K }>>[]

const element = <M extends FormModel>(
  id: LetterElement<M>['id'],
  given: LetterElement<M>['given'],
): LetterElement<M> => ({
  id,
  given,
})

/** An empty box with its line is the element, until someone has written in it. */
const BY_PEN = '□'

const filledIn =
  (given: (filled: FilledRequest) => readonly (string | null | undefined)[]) =>
  ({ filled }: RequestForm) =>
    filled ? given(filled) : [BY_PEN]

const applicantsOf = ({ applicant, otherApplicants }: FilledRequest) => [applicant, ...otherApplicants]

const addressed = ({ name, address }: PostalAddress) => [name, address]

/** What each form must say (reference 7.2). Boxes for opinions, signatures and fingerprints are part of the layout. */
export const formElements: { readonly [K in FormModel['letter']]: Elements<K> } = {
  F01: [
    element('agencyName', model => [model.agency.name]),
    element(
      'applicantType',
      filledIn(({ applicantType }) => [applicantType]),
    ),
    element(
      'addressee',
      filledIn(filled => applicantsOf(filled).map(({ name }) => name)),
    ),
    element(
      'identityProof',
      filledIn(filled => applicantsOf(filled).map(({ idNumber }) => idNumber)),
    ),
    element(
      'applicantPhone',
      filledIn(filled => applicantsOf(filled).map(({ phone }) => phone)),
    ),
    element(
      'agentAuthority',
      filledIn(({ agent }) => (agent ? [agent.name, agent.idNumber, agent.phone, agent.authority] : [BY_PEN])),
    ),
    element(
      'description',
      filledIn(({ description }) => [description]),
    ),
    element(
      'form',
      filledIn(({ medium, route }) => [medium, route]),
    ),
    element(
      'oralReason',
      filledIn(({ oral }) => [oral ? oral.reason : BY_PEN]),
    ),
    element(
      'scribe',
      filledIn(({ oral }) => [oral ? oral.scribe : BY_PEN]),
    ),
    element(
      'readBack',
      filledIn(({ oral }) => [oral ? oral.confirmedBy : BY_PEN]),
    ),
    element(
      'requestNo',
      filledIn(({ requestNo }) => [requestNo]),
    ),
    element(
      'channel',
      filledIn(({ channel }) => [channel]),
    ),
    element(
      'receivedOn',
      filledIn(({ receivedOn }) => [receivedOn === null ? BY_PEN : receivedOn]),
    ),
    element(
      'clerk',
      filledIn(({ clerkName }) => [clerkName]),
    ),
  ],
  S02: [
    element('agencyName', model => [model.agency.name]),
    element('requestNo', model => [model.requestNo]),
    element('documentTitle', model => [model.documentTitle]),
    element('documentNo', model => [model.documentNo]),
    element('addressee', model => [model.addressee]),
    element('postalAddress', model => [model.postalAddress]),
    element('postOffice', ({ posted }) => [posted ? posted.postOffice : BY_PEN]),
    element('trackingNo', ({ posted }) => [posted && posted.trackingNo !== null ? posted.trackingNo : BY_PEN]),
    element('mailedOn', ({ posted }) => [posted ? posted.mailedOn : BY_PEN]),
    element('postedBy', ({ posted }) => [posted ? posted.postedBy : BY_PEN]),
    element('madeOn', model => [model.madeOn]),
  ],
  S04: [
    element('agencyName', model => [model.agency.name]),
    element('requestNo', model => [model.requestNo]),
    element('transferTo', model => [model.toAgency.name]),
    element('transferContact', ({ toAgency }) => [toAgency.contactName, toAgency.contactPhone, toAgency.address]),
    element('addressee', model => [model.applicantName]),
    element('channel', model => [model.channel]),
    element('description', model => [model.description]),
    element('transferReason', model => [model.reason]),
    element('attachments', model => model.attachments),
    element('passedOn', model => [model.passedOn]),
    element('contactName', model => [model.agency.contactName]),
    element('contactPhone', model => [model.agency.contactPhone]),
    element('agencyAddress', model => [model.agency.address]),
  ],
  S06: [
    element('agencyName', model => [model.agency.name]),
    element('requestNo', model => [model.requestNo]),
    element('addressee', model => [model.applicantName]),
    element('receivedOn', model => [model.receivedOn]),
    element('dueOn', model => [model.due.dueOn]),
    element('description', model => [model.description]),
    element('decision', model => [model.decision]),
    element('reasons', model => [model.content.reasons]),
    element('drafter', model => [model.drafterName]),
    element('submittedOn', model => [model.submittedOn]),
  ],
  envelope: [
    element('addressee', model => [model.to.name]),
    element('postalAddress', model => [model.to.address]),
    element('agencyName', model => [model.agency.name]),
    element('agencyAddress', model => [model.agency.address]),
  ],
  labels: [
    element('addressee', model => model.labels.map(({ name }) => name)),
    element('postalAddress', model => model.labels.flatMap(addressed)),
    element('labelPlace', ({ startAt }) => [
      Number.isInteger(startAt) && startAt >= 1 && startAt <= 24 ? String(startAt) : '',
    ]),
  ],
  S03: [
    element('agencyName', model => [model.agency.name]),
    element('visitNo', model => [model.visitNo]),
    element('visitor', model => [model.visitor]),
    element('visitedFrom', model => [model.cameOn, model.from]),
    element('visitItems', ({ items }) => (items.length > 0 ? items.map(({ title }) => title) : [BY_PEN])),
    element('copies', model => [model.copies]),
    element('clerk', model => [model.clerkName]),
  ],
  archivesCertificate: [
    element('agencyName', model => [model.agency.name]),
    element('certificateNo', model => [model.certificateNo]),
    element('addressee', model => [model.applicantName]),
    element('identityProof', model => [model.document]),
    element('archivesAbout', model => [model.about]),
    element('archivalCode', model => [model.archivalCode]),
    element('certifiedContent', model => [model.content]),
    element('usedFor', model => [model.usedFor]),
    element('clerk', model => [model.clerkName]),
    element('certifiedOn', model => [model.certifiedOn]),
  ],
}
