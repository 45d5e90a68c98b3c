import { numberingProblem, type NumberingProblem } from '../catalogue/index-number'
import { isTopicCode } from '../catalogue/topic-classes'
import { isMediaFact, mediaProblem, type MediaProblem } from '../media/media-book'
import type { MediaFact } from '../media/media-facts'
import { isSendingFact, type SendingFact } from '../sendings/sending-facts'
import { sendingProblem, type SendingProblem } from '../sendings/sending-rules'
import { agencyProblem, type AgencyProblem } from './agency-versions'
import { chainProblem, isChainFact, type ChainFact, type ChainProblem } from './chain-facts'
import type { Office } from './office'
import type { CarriedOver, OfficeFact } from './office-facts'
import { settingProblem, type SettingProblem } from './office-settings'

export type OfficeProblem =
  | { readonly kind: 'officeNotEstablished' }
  | { readonly kind: 'officeAlreadyEstablished' }
  | { readonly kind: 'workstationCodeTaken'; readonly code: string }
  | { readonly kind: 'numberAlreadyVoid'; readonly number: string }
  | AgencyProblem
  | SettingProblem
  | ChainProblem
  | { readonly kind: 'importAlreadySigned' }
  | { readonly kind: 'answersAlreadyCounted' }
  | { readonly kind: 'carriedOverAlready'; readonly year: number }
  | { readonly kind: 'documentsImportedAlready' }
  | { readonly kind: 'documentsNotImported' }
  | { readonly kind: 'topicUnknown'; readonly code: string }
  | NumberingProblem
  | MediaProblem
  | SendingProblem

/** Why the state of the office does not admit this fact. Letter and request numbers rest on codes being unique. */
export function officeProblem(office: Office | undefined, fact: OfficeFact): OfficeProblem | undefined {
  if (fact.type === 'office.established@1') return office && { kind: 'officeAlreadyEstablished' }
  if (!office) return { kind: 'officeNotEstablished' }
  if (isChainFact(fact)) return chainProblem(office.chains, fact)
  if (isSendingFact(fact)) return sendingProblem(office.sendings, fact)
  return isMediaFact(fact) ? mediaProblem(office.media, fact) : problemOf(office, fact)
}

function problemOf(
  office: Office,
  fact: Exclude<OfficeFact, ChainFact | MediaFact | SendingFact>,
): OfficeProblem | undefined {
  switch (fact.type) {
    case 'agency.added@1':
    case 'agency.changed@1':
      return agencyProblem(office.agencies, fact)
    case 'office.settingsChanged@1':
      return settingProblem(fact.open) ?? defaultAgencyProblem(office, fact.open.defaultAgencyId)
    case 'number.voided@1':
      return office.voidNumbers.some(({ number }) => number === fact.open.number)
        ? { kind: 'numberAlreadyVoid', number: fact.open.number }
        : undefined
    case 'register.imported@1':
      return office.imports.some(({ batchId }) => batchId === fact.open.batchId)
        ? { kind: 'importAlreadySigned' }
        : undefined
    case 'register.carriedOver@1':
      return carriedOverProblem(office, fact.open)
    case 'documents.imported@1':
    case 'documents.importUndone@1':
      return batchProblem(office, fact)
    case 'indexNumbering.set@1':
    case 'topicClass.renamed@1':
      return catalogueSettingProblem(office, fact)
    case 'kiosk.answered@1':
      return office.kioskAnswers.some(({ countId }) => countId === fact.open.countId)
        ? { kind: 'answersAlreadyCounted' }
        : undefined
    case 'guide.detailsSet@1':
    case 'booklet.produced@1':
      return defaultAgencyProblem(office, fact.open.agencyId)
    case 'workstation.enrolled@1':
      return office.workstations.some(({ code }) => code === fact.open.code)
        ? { kind: 'workstationCodeTaken', code: fact.open.code }
        : undefined
    default:
      return undefined
  }
}

type CatalogueSetting = Extract<OfficeFact, { type: 'indexNumbering.set@1' | 'topicClass.renamed@1' }>

function catalogueSettingProblem(office: Office, { type, open }: CatalogueSetting): OfficeProblem | undefined {
  if (type === 'indexNumbering.set@1') return defaultAgencyProblem(office, open.agencyId) ?? numberingProblem(open)
  return isTopicCode(open.code) ? undefined : { kind: 'topicUnknown', code: open.code }
}

function carriedOverProblem(
  { agencies, carriedOver }: Office,
  { agencyId, year }: CarriedOver,
): OfficeProblem | undefined {
  if (!agencies.some(agency => agency.agencyId === agencyId)) return { kind: 'agencyUnknown' }
  const isThere = carriedOver.some(other => other.agencyId === agencyId && other.year === year)
  return isThere ? { kind: 'carriedOverAlready', year } : undefined
}

const defaultAgencyProblem = ({ agencies }: Office, agencyId: string | undefined): OfficeProblem | undefined =>
  agencyId === undefined || agencies.some(agency => agency.agencyId === agencyId)
    ? undefined
    : { kind: 'agencyUnknown' }

type BatchFact = Extract<OfficeFact, { type: 'documents.imported@1' | 'documents.importUndone@1' }>

/** An import is recorded once, and only one that was recorded can be undone. */
function batchProblem(office: Office, { type, open }: BatchFact): OfficeProblem | undefined {
  const isKnown = office.documentBatches.some(({ batchId }) => batchId === open.batchId)
  if (type === 'documents.imported@1') return isKnown ? { kind: 'documentsImportedAlready' } : undefined
  return isKnown ? undefined : { kind: 'documentsNotImported' }
}
