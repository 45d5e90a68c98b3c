import type { SignedIn } from '#shared/application/desk'
import type { OfficeRecord, PersonRecord } from '#shared/application/ports'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { firstSettings } from '#shared/domain/agencies/office-settings'
import { emptySendingBook } from '#shared/domain/sendings/sending-book'
import { emptyMediaBook } from '#shared/domain/media/media-book'
import type { PersonId } from '#shared/domain/requests/request-facts'

/** Somebody of the office, as the view holds them. */
export const personRecord = ({ personId, name, posts }: SignedIn): PersonRecord => ({
  personId,
  person: { name, posts, addedBy: personId, addedAt: 0, conflicts: [] },
  needsNewerVersion: false,
  actsLeftOut: 0,
})

/** An office with these agencies and nothing else that was ever recorded. */
export const officeRecord = (agencies: readonly Agency[]): OfficeRecord => ({
  office: {
    name: '云溪县政府信息公开查阅中心',
    placeCode: 'YX',
    agencies,
    agencyVersions: agencies.map(agency => ({ agency, by: { actor: '' as PersonId, at: 0, hlc: '' } })),
    settings: firstSettings,
    settingsVersions: [],
    wordings: [],
    voidNumbers: [],
    seriesStarts: [],
    workstations: [{ code: 'A', windowName: '甲号窗口' }],
    confirmedClocks: [],
    chains: [],
    imports: [],
    carriedOver: [],
    indexNumberings: [],
    documentBatches: [],
    topicNames: {},
    kioskAnswers: [],
    media: emptyMediaBook,
    sendings: emptySendingBook,
    guides: [],
    booklets: [],
    conflicts: [],
  },
  needsNewerVersion: false,
  actsLeftOut: 0,
})
