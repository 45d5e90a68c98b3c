import type { PaperKind } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { Session } from '#shared/contracts/desk-channels'
import { settingsAt } from '#shared/domain/agencies/office-settings'
import type { LawPack } from '#shared/domain/decisions/law-pack'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { lawPacksOf } from '#shared/domain/sendings/sendings-now'
import { wordingAt } from '#shared/domain/wording/office-wording'
import { officeBook } from '../../../data/repositories/office-book'
import type { View } from '../../../data/view'
import type { LetterContext } from '../papers/letter-models'

interface ContextParts {
  readonly view: View
  readonly session: Session
  readonly nameOf: (person: string) => string
  readonly builtIn: readonly LawPack[]
}

/** What a paper of a request is composed with: agency, law, settings and wording as they stood at its own moment. */
export function letterContext({ view, session, nameOf, builtIn }: ContextParts) {
  const offices = officeBook(view)
  return (desk: LetterContext['desk']) =>
    async ({ request }: RequestRecord, kind: PaperKind | 'proof'): Promise<LetterContext | null> => {
      const moment = momentOf(request, kind)
      const agency = await (moment ? offices.agencyAt(request.agencyId, moment) : offices.findAgency(request.agencyId))
      if (!agency) return null
      const place = `${session.officeName}${session.windowName}`
      const passing = request.passings.at(-1)
      const passedFrom = passing ? await offices.agencyAt(passing.fromAgencyId, passing.by.hlc) : null
      const office = await offices.findOffice()
      const lawPacks = office ? lawPacksOf(builtIn, office.sendings, moment) : builtIn
      return {
        ...{ desk, agency, lawPacks, place, passedFrom },
        nameOf,
        me: session.name,
        ...(office ? { settings: settingsAt(office.settingsVersions, request.registered.hlc) } : {}),
        wordingOf: letter => wordingAt(office?.wordings ?? [], letter, moment),
      }
    }
}

/**
 * What was handed out keeps the agency of its own moment, however often it is printed again: a letter that of its
 * issue, a receipt that of the registration, a transfer that of the passing-on. Undefined: as the agency stands now.
 */
function momentOf(request: DisclosureRequest, kind: PaperKind | 'proof'): string | undefined {
  if (kind === 'proof' || kind === 'slip') return undefined
  if (kind === 'S04') return request.passings.at(-1)?.by.hlc
  return kind === 'F01' || kind === 'F03' ? request.registered.hlc : request.letter?.by.hlc
}
