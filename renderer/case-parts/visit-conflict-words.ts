import { civilDateAt } from '#shared/domain/calendar/civil-date'
import { topicName } from '#shared/domain/catalogue/topic-classes'
import { maskName } from '#shared/domain/identity/masking'
import { standingPart, type ReplacedPart } from '#shared/domain/visits/seen-parts'
import type { Visit, VisitConflict, VisitFactOf, VisitFactType } from '#shared/domain/visits/visit-state'
import { refusalSentence } from '../i18n/refusals'
import type { Translate } from '../i18n/message'
import type { ConflictAround } from './document-conflict-words'

/**
 * An act on a visit that had no effect and why, then what it wanted and what stands in its place; or a correction that holds,
 * and each value that it replaced unseen. People are masked.
 */
export function visitConflictWords(
  conflict: VisitConflict,
  visit: Visit,
  { nameOf, translator: { t, format } }: ConflictAround,
): readonly string[] {
  const { by } = conflict
  if (conflict.kind === 'overwritten') {
    const said = { day: format.fullDay(civilDateAt(by.at)), who: nameOf(by.actor) }
    return [t('room.conflict.unseen', said), ...conflict.replaced.map(part => replacedWords(part, visit, t))]
  }
  const { fact, why } = conflict
  const happened = t('room.conflict', {
    ...{ day: format.fullDay(civilDateAt(by.at)), who: nameOf(by.actor) },
    ...{ what: t(`room.fact.${nameOfFact(fact.type)}`), why: refusalSentence(why, t) },
  })
  const say = sayings[fact.type] as Say<VisitFactType> | undefined
  if (!say) return [happened]
  const [wanted, stands] = say(fact, visit, t)
  return [happened, t('room.conflict.values', { wanted, now: stands ?? t('room.conflict.nothing') })]
}

type NameOfFact<T extends string> = T extends `visit.${infer Name}@1` ? Name : never
export const nameOfFact = <T extends VisitFactType>(type: T): NameOfFact<T> =>
  type.slice('visit.'.length, -'@1'.length) as NameOfFact<T>

/** What the act said, and what the visit has there; undefined where it has nothing there. */
type Say<T extends VisitFactType> = (
  fact: VisitFactOf<T>,
  visit: Visit,
  t: Translate,
) => readonly [wanted: string, stands: string | undefined]

/** A correction, a paper or a look in full puts no value in the place of another: what happened says it all. */
const sayings: { readonly [T in VisitFactType]?: Say<T> } = {
  'visit.signedIn@1': ({ open, personal }, visit, t) => [
    comingWord({ ...open, visitor: personal?.visitor }, t),
    comingWord(visit, t),
  ],
  'visit.identified@1': ({ personal }, { visitor }, t) => [visitorWord(personal?.visitor, t), visitorWord(visitor, t)],
  'visit.itemGiven@1': ({ open, personal }, { items }, t) => [
    itemWord({ ...open, title: personal?.title }, t),
    some(
      items.find(({ itemNo }) => itemNo === open.itemNo),
      item => itemWord(item, t),
    ),
  ],
  'visit.itemReturned@1': ({ open: { itemNo, state } }, { items }, t) => [
    t('room.conflict.returned', { no: itemNo, state: t(`room.itemState.${state}`) }),
    some(items.find(item => item.itemNo === itemNo)?.returned, returned =>
      t('room.conflict.returned', { no: itemNo, state: t(`room.itemState.${returned.state}`) }),
    ),
  ],
  'visit.copiesMade@1': ({ open }, { copies }, t) => [
    copiesWord(open, t),
    some(
      copies.find(({ copyNo }) => copyNo === open.copyNo),
      made => copiesWord(made, t),
    ),
  ],
  'visit.signedOut@1': ({ open }, { signedOut }, t) => [
    t(`room.result.${open.result}`),
    some(signedOut, ({ result }) => t(`room.result.${result}`)),
  ],
  'visit.archivesAsked@1': ({ open }, { asks }, t) => [
    askWord(open, t),
    some(
      asks.find(({ askNo }) => askNo === open.askNo),
      ask => askWord(ask, t),
    ),
  ],
  'visit.archivesDecided@1': ({ open }, { asks }, t) => [
    t(`room.decision.${open.decision}`),
    some(asks.find(({ askNo }) => askNo === open.askNo)?.decided, ({ decision }) => t(`room.decision.${decision}`)),
  ],
  'visit.certified@1': ({ open }, { certificates }) => [
    open.certificateNo,
    certificates.filter(({ askNo }) => askNo === open.askNo).at(-1)?.certificateNo,
  ],
}

/** What stands now, and what stood there and was not seen. */
function replacedWords(part: ReplacedPart, visit: Visit, t: Translate): string {
  const now = standingPart(visit, part)
  const nothing = t('room.conflict.nothing')
  return t('room.conflict.replaced', {
    part: partName(part, t),
    ...{ now: partValue(now, t) ?? nothing, there: partValue(part, t) ?? nothing },
  })
}

function partName(part: ReplacedPart, t: Translate): string {
  switch (part.name) {
    case 'itemTitle':
    case 'itemIndexNo':
    case 'itemKind':
    case 'itemState':
      return t('room.conflict.ofItem', { no: part.no, part: t(`room.conflict.part.${part.name}`) })
    case 'pages':
      return t('room.conflict.ofCopies', { no: part.no })
    default:
      return t(`room.conflict.part.${part.name}`)
  }
}

function partValue(part: ReplacedPart, t: Translate): string | undefined {
  switch (part.name) {
    case 'visitor':
      return visitorWord(part.value, t)
    case 'topic':
      return some(part.value, topic => topicName(topic) ?? topic)
    case 'itemKind':
      return some(part.value, kind => t(`room.itemKind.${kind}`))
    case 'itemState':
      return some(part.value, state =>
        state === 'out' || state === 'cancelled' ? t(`room.conflict.item.${state}`) : t(`room.itemState.${state}`),
      )
    case 'pages':
      return some(part.value, String)
    case 'stillHere':
      return part.value === undefined ? t('room.conflict.inRoom') : t(`room.result.${part.value}`)
    default:
      return part.value || undefined
  }
}

const some = <T>(value: T | undefined, say: (value: T) => string): string | undefined =>
  value === undefined ? undefined : say(value)

const visitorWord = (visitor: Visit['visitor'], t: Translate): string =>
  visitor ? maskName(visitor.name) : t('room.unnamed')

function comingWord({ archivesKind, topic, visitor }: Pick<Visit, 'archivesKind' | 'topic' | 'visitor'>, t: Translate) {
  const matter = archivesKind
    ? t('room.archives', { kind: t(`room.archivesKind.${archivesKind}`) })
    : topic
      ? (topicName(topic) ?? topic)
      : t('room.topic.none')
  return t('room.conflict.coming', { who: visitorWord(visitor, t), matter })
}

type ItemSaid = VisitFactOf<'visit.itemGiven@1'>['open'] & { readonly title: string | undefined }
const itemWord = ({ itemNo, kind, title }: ItemSaid, t: Translate): string =>
  t('room.conflict.item', { no: itemNo, title: title ?? t('room.erased'), kind: t(`room.itemKind.${kind}`) })

type CopiesSaid = Pick<VisitFactOf<'visit.copiesMade@1'>['open'], 'copyNo' | 'way' | 'pages'>
const copiesWord = ({ copyNo, way, pages }: CopiesSaid, t: Translate): string =>
  t('room.correct.pagesOf', { n: copyNo, way: t(`room.way.${way}`), pages })

type AskSaid = Pick<VisitFactOf<'visit.archivesAsked@1'>['open'], 'askNo' | 'kind' | 'relation'>
const askWord = ({ askNo, kind, relation }: AskSaid, t: Translate): string =>
  t('room.conflict.ask', { no: askNo, kind: t(`room.archivesKind.${kind}`), relation: t(`room.relation.${relation}`) })
