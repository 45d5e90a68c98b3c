import type { Stamp } from '../requests/request-state'
import type { ItemKind, ItemState, VisitorDetails, VisitResult } from './visit-facts'
import type { Visit, VisitFactOf, VisitItem } from './visit-state'

type Corrected = VisitFactOf<'visit.corrected@1'>

/** Something that a correction replaced, as it stood; undefined: nothing was there. `no`: of the item, or of the copies. */
export type ReplacedPart =
  | { readonly name: 'visitor'; readonly value: VisitorDetails | undefined }
  | { readonly name: 'seeks' | 'topic'; readonly value: string | undefined }
  | { readonly name: 'itemTitle' | 'itemIndexNo'; readonly no: number; readonly value: string | undefined }
  | { readonly name: 'itemKind'; readonly no: number; readonly value: ItemKind | undefined }
  | { readonly name: 'itemState'; readonly no: number; readonly value: ItemState | 'out' | 'cancelled' | undefined }
  | { readonly name: 'pages'; readonly no: number; readonly value: number | undefined }
  | { readonly name: 'stillHere'; readonly value: VisitResult | undefined }

/** For the act: where the values stand that it is to replace, as its writer saw them. */
export const visitBasesOf = (seen: Visit, fact: Corrected): Readonly<Record<string, string>> =>
  Object.fromEntries(partsOf(seen, fact).map(part => [part.key, placeOf(part.setBy)]))

/** Names of what the correction sets: `itemTitle/2`. */
export const setKeys = (before: Visit, fact: Corrected): readonly string[] =>
  partsOf(before, fact).map(({ key }) => key)

/** What is replaced that another act had set and the writer had not seen. None where the act says nothing of that. */
export function unseenParts(before: Visit, fact: Corrected): readonly ReplacedPart[] {
  const base = baseOf(fact)
  return partsOf(before, fact)
    .filter(({ key, setBy }) => base[key] !== undefined && base[key] !== placeOf(setBy))
    .filter(({ said, stood }) => JSON.stringify(said ?? null) !== JSON.stringify(stood.value ?? null))
    .map(({ stood }) => stood)
}

/** Keys of what stands and was seen by whoever writes over it now. */
export function seenKeys(before: Visit, fact: Corrected): readonly string[] {
  const base = baseOf(fact)
  return partsOf(before, fact).flatMap(({ key, setBy }) => (base[key] === placeOf(setBy) ? [key] : []))
}

/** The same as it stands in the visit now. */
export function standingPart(visit: Visit, part: ReplacedPart): ReplacedPart {
  switch (part.name) {
    case 'visitor':
      return { name: 'visitor', value: visit.visitor }
    case 'seeks':
    case 'topic':
      return { name: part.name, value: visit[part.name] }
    case 'stillHere':
      return { name: 'stillHere', value: visit.signedOut?.result }
    case 'pages':
      return { ...part, value: visit.copies.find(({ copyNo }) => copyNo === part.no)?.pages }
    default:
      return itemPart(
        part,
        visit.items.find(({ itemNo }) => itemNo === part.no),
      )
  }
}

type ItemPart = Exclude<Extract<ReplacedPart, { readonly no: number }>, { readonly name: 'pages' }>

function itemPart({ name, no }: ItemPart, item: VisitItem | undefined): ItemPart {
  if (name === 'itemTitle') return { name, no, value: item?.title }
  if (name === 'itemIndexNo') return { name, no, value: item?.indexNo }
  if (name === 'itemKind') return { name, no, value: item?.kind }
  return { name, no, value: item && stateOf(item) }
}

const stateOf = ({ isCancelled, returned }: VisitItem) => (isCancelled ? 'cancelled' : (returned?.state ?? 'out'))

export const keyOf = (part: ReplacedPart): string => ('no' in part ? `${part.name}/${part.no}` : part.name)

interface Part {
  readonly key: string
  readonly said: unknown
  readonly stood: ReplacedPart
  readonly setBy: Stamp
}

function partsOf(visit: Visit, { open, personal }: Corrected): readonly Part[] {
  const { topic, item, copies, stillHere } = open
  const said: (readonly [said: unknown, part: ReplacedPart])[] = [
    [personal?.visitor, { name: 'visitor', value: undefined }],
    [personal?.seeks, { name: 'seeks', value: undefined }],
    [topic, { name: 'topic', value: undefined }],
    ...(item ? saidOfItem(item, personal?.itemTitle) : []),
    ...(copies ? [[copies.pages, { name: 'pages', no: copies.copyNo, value: undefined }] as const] : []),
    [stillHere, { name: 'stillHere', value: undefined }],
  ]
  return said
    .filter(([value]) => value !== undefined)
    .map(([value, part]) => ({
      ...{ key: keyOf(part), said: value },
      ...{ stood: standingPart(visit, part), setBy: setterOf(visit, part) },
    }))
}

function saidOfItem(item: NonNullable<Corrected['open']['item']>, title: string | undefined) {
  const { itemNo: no, kind, indexNo, isCancelled, isOut } = item
  const state = isCancelled ? 'cancelled' : isOut ? 'out' : undefined
  const said: (readonly [said: unknown, part: ReplacedPart])[] = [
    [title, { name: 'itemTitle', no, value: undefined }],
    [indexNo, { name: 'itemIndexNo', no, value: undefined }],
    [kind, { name: 'itemKind', no, value: undefined }],
    [state, { name: 'itemState', no, value: undefined }],
  ]
  return said
}

/** The act that set what stands. */
function setterOf(visit: Visit, stood: ReplacedPart): Stamp {
  const last = visit.timeline.findLast(entry => sets(visit, entry, stood))
  return last?.by ?? firstSetter(visit, stood)
}

function sets(visit: Visit, { type, by }: Visit['timeline'][number], stood: ReplacedPart): boolean {
  const isOf = (other: Stamp | undefined): boolean => other?.chain === by.chain && other.seq === by.seq
  if (type === 'visit.corrected@1')
    return visit.corrections.some(each => isOf(each.by) && each.keys.includes(keyOf(stood)))
  if (type === 'visit.identified@1') return stood.name === 'visitor'
  if (type === 'visit.signedOut@1') return stood.name === 'stillHere'
  if (type !== 'visit.itemReturned@1' || stood.name !== 'itemState') return false
  return isOf(visit.items.find(({ itemNo }) => itemNo === stood.no)?.returned?.by)
}

function firstSetter({ items, copies, signedIn }: Visit, stood: ReplacedPart): Stamp {
  if (stood.name === 'pages') return copies.find(({ copyNo }) => copyNo === stood.no)?.by ?? signedIn
  return ('no' in stood && items.find(({ itemNo }) => itemNo === stood.no)?.given) || signedIn
}

/** Of any program that wrote into this ledger; an older one said nothing of it. */
function baseOf({ base }: Corrected): Readonly<Record<string, unknown>> {
  const given: unknown = base
  return typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {}
}

const placeOf = ({ chain, seq }: Stamp): string => `${chain}/${seq}`
