import type { Agency } from '../agencies/office-facts'
import type { LawPack } from '../decisions/law-pack'
import type { BookletKind, GuideDetails } from './booklet-facts'

/**
 * What a booklet must say and only the office can know. The guide: art. 12(2) of the Regulation (classes and arrangement are the
 * program's sentences and always there; ways to obtain, name, address, hours, phone, fax and internet contact of the
 * disclosure office), the remedies, and whom to complain to (arts. 47, 51). The catalogue: art. 12(3).
 */
export type BookletElement =
  | 'agencyName'
  | 'officeName'
  | 'officeAddress'
  | 'officeHours'
  | 'officePhone'
  | 'officeFax'
  | 'internetContact'
  | 'waysToObtain'
  | 'overseer'
  | 'overseerPhone'
  | 'reconsiderationBody'
  | 'court'
  | 'lawPack'
  | 'documents'

export interface BookletSubject {
  readonly agency: Agency
  readonly guide: GuideDetails | undefined
  readonly lawPack: LawPack | null
  /** Documents of the agency that anybody may see. */
  readonly documents: number
}

/** Elements that this booklet lacks, in the order of the booklet. None may be made up, so it is not printed before. */
export function missingInBooklet(kind: BookletKind, subject: BookletSubject): readonly BookletElement[] {
  const given = elementsOf(subject)
  return required[kind].filter(element => !given[element])
}

const office = ['agencyName', 'officeName', 'officeAddress', 'officeHours', 'officePhone'] as const
const remedies = ['overseer', 'overseerPhone', 'reconsiderationBody', 'court', 'lawPack'] as const

const required: Readonly<Record<BookletKind, readonly BookletElement[]>> = {
  guide: [...office, 'officeFax', 'internetContact', 'waysToObtain', ...remedies],
  leaflet: [...office, 'waysToObtain', ...remedies],
  catalogue: ['agencyName', 'officeName', 'officeAddress', 'officePhone', 'documents'],
}

function elementsOf({
  agency,
  guide = { agencyId: agency.agencyId },
  lawPack,
  documents,
}: BookletSubject): Record<BookletElement, boolean> {
  return {
    agencyName: says(agency.name),
    officeName: says(agency.contactName),
    officeAddress: says(agency.address),
    officePhone: says(agency.contactPhone),
    ...guideElements(guide),
    reconsiderationBody: says(agency.reconsiderationBody.name) && says(agency.reconsiderationBody.address),
    court: says(agency.court.name) && says(agency.court.address),
    lawPack: lawPack !== null,
    documents: documents > 0,
  }
}

const guideElements = (guide: GuideDetails) => ({
  officeHours: says(guide.officeHours),
  officeFax: guide.hasNoFax === true || says(guide.fax),
  internetContact: [guide.website, guide.email, guide.onlineForm].some(says),
  waysToObtain: says(guide.website) || (guide.readingPlaces ?? []).some(says),
  overseer: says(guide.overseer),
  overseerPhone: says(guide.overseerPhone),
})

const says = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''
