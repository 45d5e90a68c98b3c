import { correctionOf } from './corrected-request'
import type {
  CorrectedField,
  Correction,
  DisclosureRequest,
  FactOf,
  RequestFactType,
  Stamp,
  TimelineEntry,
} from './request-state'

type Corrected = FactOf<'request.corrected@1'>
type CorrectedBase = NonNullable<Corrected['base']>

/** Days and the channel that gives them (art. 31): a clock rests on them, so that two machines' words are never mixed. */
const statutory: readonly CorrectedField[] = ['channel', 'arrivedOn', 'receivedOn']

/** For the act: where the values stand that it is to replace, as its writer saw them. */
export function basesOf(seen: DisclosureRequest, fact: Corrected): CorrectedBase {
  const { changed } = correctionOf(seen, fact, seen.registered)
  return Object.fromEntries(changed.map(field => [field, placeOf(standingFrom(seen, field))]))
}

/** What is replaced that another act had set and the writer had not seen. None where the act says nothing of that. */
export function unseenFields(request: DisclosureRequest, fact: Corrected): readonly CorrectedField[] {
  const base: unknown = fact.base // of any program that wrote into this ledger
  if (typeof base !== 'object' || base === null) return []
  const seen = base as Readonly<Partial<Record<CorrectedField, unknown>>>
  const { changed } = correctionOf(request, fact, request.registered)
  return changed.filter(field => seen[field] !== placeOf(standingFrom(request, field)))
}

/** Statutory values never merge by themselves: the one that stands stays, and a person decides. */
export function correctedMeanwhile(
  request: DisclosureRequest | undefined,
  fact: { readonly type: RequestFactType },
): CorrectedMeanwhile | undefined {
  if (!request || fact.type !== 'request.corrected@1') return undefined
  const fields = unseenFields(request, fact as Corrected).filter(field => statutory.includes(field))
  return fields.length === 0 ? undefined : { kind: 'correctedMeanwhile', fields }
}

/** A type, not an interface: it crosses as a refusal, which may say anything. */
export type CorrectedMeanwhile = {
  readonly kind: 'correctedMeanwhile'
  readonly fields: readonly CorrectedField[]
}

/** The act that set the value which stands. */
function standingFrom({ timeline, corrections, registered }: DisclosureRequest, field: CorrectedField): Stamp {
  return timeline.findLast(entry => sets(entry, field, corrections))?.by ?? registered
}

function sets({ type, by }: TimelineEntry, field: CorrectedField, corrections: readonly Correction[]): boolean {
  if (type === 'request.corrected@1')
    return corrections.some(({ changed, by: { chain, seq } }) => {
      return chain === by.chain && seq === by.seq && changed.includes(field)
    })
  return field === 'receivedOn' && (type === 'receipt.confirmed@1' || type === 'request.passedOn@1')
}

const placeOf = ({ chain, seq }: Stamp): string => `${chain}/${seq}`
