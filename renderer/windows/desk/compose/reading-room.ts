import type {
  DocumentLookup,
  PaperOfVisit,
  ReadingRoom,
  VisitPaperAsked,
  VisitRecord,
} from '#shared/application/visits/visits'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import { agencyAt } from '#shared/domain/agencies/agency-versions'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { err, ok } from '#shared/kernel/result'
import { subjectOf } from '#shared/ledger/subject'
import { officeBook } from '../../../data/repositories/office-book'
import { visitBook } from '../../../data/repositories/visit-book'
import type { View } from '../../../data/view'
import type { PaperWorkshop } from '../papers/papers'
import { visitModel, type VisitContext } from '../papers/visit-models'

export interface ReadingRoomParts {
  readonly shell: Pick<Shell<DeskChannels>, 'ledger:append'>
  readonly view: View
  readonly workshop: Pick<PaperWorkshop, 'make'>
  /** Of the catalogue. */
  readonly documents: DocumentLookup
  /** Resolves when the screens show the act with this seq. */
  readonly pull: (seq: number) => Promise<unknown>
  readonly nameOf: (person: PersonId) => string
}

/** The reading room as of a civil day: acts go the way of all acts, papers are made by the window's own workshop. */
export function readingRoom(parts: ReadingRoomParts): (today: CivilDate) => ReadingRoom {
  const { shell, view, workshop, documents, pull } = parts
  const book = visitBook(view)
  const offices = officeBook(view)
  const contextOn = async (today: CivilDate): Promise<VisitContext | null> => {
    const office = await offices.findOffice()
    const own = office?.settings.defaultAgencyId
    const agency = office?.agencies.find(({ agencyId }) => agencyId === own) ?? office?.agencies[0]
    if (!office || !agency) return null
    const at: VisitContext['agencyAt'] = (agencyId, hlc) => agencyAt(office.agencyVersions, agencyId, hlc)
    return { today, agency, agencyAt: at, nameOf: parts.nameOf, topicNames: office.topicNames }
  }
  return today => ({
    book,
    documents,
    append: async ({ visitId, role, facts }) => {
      // Facts are JSON by construction; undefined properties do not survive the bridge and were never meant.
      const plain = JSON.parse(JSON.stringify(facts)) as never
      const written = await shell['ledger:append']({ subject: subjectOf('visit', visitId), role, facts: plain })
      if (!written.ok) return written
      await pull(written.value.seq)
      return ok(undefined)
    },
    compose: async (asked, record, { gaps, isReprint } = {}) => {
      const context = await contextOn(today)
      const model = context && visitModel(asked, record, context)
      if (!model) return err({ kind: 'paperFailed', why: 'notReady' })
      const marks = isReprint || isSecond(asked, record) ? { reprintedOn: today } : {}
      const made = await workshop.make(model, { ...(gaps ? { gaps } : {}), ...marks })
      if (!made.ok) return made
      const no = model.letter === 'S03' ? model.visitNo : model.certificateNo
      return ok(await paperOf(asked, no, made.value))
    },
  })
}

/** S03 is the record of the moment and is printed anew as it grows; a second certificate says that it is one. */
const isSecond = ({ paper, certificateNo }: VisitPaperAsked, { visit }: VisitRecord): boolean =>
  paper === 'archivesCertificate' && visit.papers.some(out => out.certificateNo === certificateNo)

interface Made {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly gaps: NonNullable<PaperOfVisit['gaps']>
}

async function paperOf({ paper, certificateNo }: VisitPaperAsked, no: string, made: Made): Promise<PaperOfVisit> {
  const { bytes, pages, gaps } = made
  const digest = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))))
  return {
    paper,
    ...(certificateNo ? { certificateNo } : {}),
    title: `${titles[paper]} ${no}`,
    fileName: `${no}-${fileNames[paper]}.pdf`,
    ...{ bytes, pages, digest },
    ...(gaps.length > 0 ? { gaps } : {}),
  }
}

const titles = { S03: '现场查阅登记表', archivesCertificate: '档案证明' } as const
/** ASCII: the files travel on sticks whose names other systems must read. */
const fileNames = { S03: 'reading-visit', archivesCertificate: 'archives-certificate' } as const

const toHex = (bytes: Uint8Array) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
