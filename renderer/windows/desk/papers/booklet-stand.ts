import type { BookletStand } from '#shared/application/booklets/booklets'
import type { GuideVersion, Office } from '#shared/domain/agencies/office'
import type { Agency, AgencyId } from '#shared/domain/agencies/office-facts'
import { documentsText, latestChange } from '#shared/domain/booklets/booklet-changes'
import type { GuideDetails } from '#shared/domain/booklets/booklet-facts'
import type { CatalogueLine } from '#shared/domain/booklets/catalogue-line'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { namedTopics } from '#shared/domain/catalogue/topic-classes'
import { lawPackOn, type LawPack } from '#shared/domain/decisions/law-pack'
import type { BookletModel } from '#shared/letters/booklet/booklet-model'
import { WORDING_VERSION } from '#shared/letters/wording/law'

export interface StandSources {
  readonly findOffice: () => Promise<Office | null>
  readonly linesOf: (agencyId: AgencyId) => Promise<readonly CatalogueLine[]>
  readonly lawPacks: readonly LawPack[]
  readonly calendar: WorkingCalendar
}

/** One agency on one day, with everything that its booklets are made of. */
export interface StandingAgency {
  readonly agency: Agency
  readonly guide: GuideDetails | undefined
  readonly stand: BookletStand
  readonly model: BookletModel
}

/** Null where the office has no such agency. */
export async function standingAgency(
  sources: StandSources,
  agencyId: AgencyId,
  today: CivilDate,
): Promise<StandingAgency | null> {
  const [office, lines] = await Promise.all([sources.findOffice(), sources.linesOf(agencyId)])
  const version = office?.agencyVersions.findLast(({ agency }) => agency.agencyId === agencyId)
  if (!office || !version) return null
  const guide = office.guides.findLast(each => each.guide.agencyId === agencyId)
  const lawPack = lawPackOf(sources.lawPacks, today)
  const calendarUntil = sources.calendar.publishedYears.at(-1) ?? null
  const topics = namedTopics(office.topicNames)
  const basis = {
    agency: version.by.hlc,
    guide: momentOf(guide),
    lawPack: lawPack?.id ?? null,
    wording: WORDING_VERSION,
    calendarUntil,
    topics: await digestOf(JSON.stringify(topics)),
    documents: await documentsBasis(lines, today),
  }
  const { agency } = version
  const own = guide ? { guide: guide.guide } : {}
  return {
    agency,
    guide: guide?.guide,
    stand: { lawPack, lines, basis },
    model: { agency, ...own, topics, lawPack, calendarUntil, madeOn: today },
  }
}

const momentOf = (version: GuideVersion | undefined): string => version?.by.hlc ?? ''

function lawPackOf(packs: readonly LawPack[], today: CivilDate): LawPack | null {
  const pack = lawPackOn(packs, today)
  return pack.ok ? pack.value : null
}

const documentsBasis = async (lines: readonly CatalogueLine[], today: CivilDate) => ({
  count: lines.filter(({ isPublic }) => isPublic).length,
  digest: await digestOf(documentsText(lines, today)),
  upTo: latestChange(lines),
})

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
