import type { AgencyDetails, Session } from '#shared/contracts/desk-channels'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import type { ProposedAct } from '../ledger/make-acts'
import type { OpenKeys } from '../vault/open-keys'

/** What the set-up wizard asks for. */
export interface Founding {
  readonly officeName: string
  readonly placeCode: string
  readonly windowName: string
  readonly workstation: string
  readonly agency: AgencyDetails
  readonly administrator: { readonly name: string; readonly password: string; readonly posts: Session['posts'] }
}

/** The first acts of the chain, written as one frame: office, chain, workstation, agency, and its first administrator. */
export function foundingActs(
  founding: Omit<Founding, 'administrator'> & { readonly administrator: Omit<Founding['administrator'], 'password'> },
  by: Pick<OpenKeys, 'personId' | 'publicKey'> & { readonly agencyId: string },
): ProposedAct[] {
  const { officeName, placeCode, windowName, workstation, agency, administrator } = founding
  const actor = { actor: by.personId, role: 'administrator' }
  return [
    {
      ...actor,
      subject: officeSubject,
      facts: [
        { type: 'office.established@1', open: { name: officeName, placeCode } },
        { type: 'chain.opened@1', open: { publicKey: by.publicKey.toString('base64'), suite: 1 } },
        { type: 'workstation.enrolled@1', open: { code: workstation, windowName } },
        { type: 'agency.added@1', open: { agencyId: by.agencyId, ...agency } },
      ],
    },
    {
      ...actor,
      subject: subjectOf('person', by.personId),
      facts: [
        { type: 'person.added@1', open: { posts: administrator.posts }, personal: { name: administrator.name } },
        { type: 'person.passwordSet@1', open: { by: 'self' } },
      ],
    },
  ]
}
