import type { OpenRequestRow } from '#shared/application/requests/open-requests'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { Board, BoardCard } from '#shared/domain/requests/board'
import { countGroups } from '#shared/domain/requests/board-groups'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { Translator } from '../../i18n/translator'
import type { Lane, LaneItem } from '../../ui/sheets/lane-board'
import { yearsAwaited } from './board-cards'
import { dueWords, pressingNote, statusNote } from './card-words'

type Card = BoardCard<OpenRequestRow>

export interface LaneContext extends Translator {
  readonly today: CivilDate
  /** Full: the people of the office are not masked for each other. */
  readonly nameOf: (person: PersonId) => string | undefined
  readonly warningWorkingDays: number
  /** The day the office promised of itself, beside the due date and never in its place; undefined where it promised none. */
  readonly pledgedOn: (request: OpenRequestRow['requestId']) => CivilDate | undefined
}

/** The four lanes of the picture. What neither presses nor waits is left to the line under them. */
export function boardLanes(board: Board<OpenRequestRow>, context: LaneContext): readonly Lane[] {
  const { t } = context
  const pressing = (card: Card): LaneItem => item(card, pressingNote(card, context.today, context), context)
  const waiting = (card: Card): LaneItem => item(card, statusNote(card, context), context)
  const all = (n: number) => (n > 0 ? { all: t('warning.list', { n }) } : {})
  const years = yearsAwaited(board.undated)
  const counts = countGroups(board)
  const undatedHere = board.undated.filter(({ row }) => row.status !== 'unconfirmed').length
  const undatedElsewhere = counts.undated - undatedHere
  const elsewhere = counts.mine - board.waitingForMe.length
  return [
    {
      id: 'late',
      flag: 'late',
      title: t('today.lane.late'),
      items: board.late.map(pressing),
      foot: board.late.length > 0 ? t('today.lane.late.foot') : null,
      empty: t('today.lane.late.empty'),
      ...all(board.late.length),
    },
    {
      id: 'soon',
      flag: 'soon',
      title: t('today.lane.soon', { n: context.format.fewDays(context.warningWorkingDays) }),
      items: board.dueWithinThree.map(pressing),
      foot: board.dueWithinThree.length > 0 ? t('today.lane.soon.foot') : null,
      empty: t('today.lane.soon.empty', { n: context.format.fewDays(context.warningWorkingDays) }),
      ...all(board.dueWithinThree.length),
    },
    {
      id: 'mine',
      flag: 'mine',
      title: t('today.lane.mine'),
      items: board.waitingForMe.map(waiting),
      foot: mineFoot(board.waitingForMe.length, elsewhere, t),
      empty: t('today.lane.mine.empty'),
    },
    {
      id: 'undated',
      flag: 'provisional',
      title: t('today.lane.undated'),
      items: board.undated.map(waiting),
      foot: years.length > 0 ? t('today.lane.undated.foot', { years: years.join(t('strip.listJoin')) }) : null,
      empty: undatedElsewhere > 0 ? t('today.lane.elsewhere', { n: undatedElsewhere }) : t('today.lane.undated.empty'),
    },
  ]
}

/** Where more waits for this person than stands in the lane, the foot says where: the list counts all of it. */
function mineFoot(here: number, elsewhere: number, t: Translator['t']): string | null {
  const words = [
    ...(here > 0 ? [t('today.lane.mine.foot')] : []),
    ...(elsewhere > 0 ? [t('today.lane.elsewhere', { n: elsewhere })] : []),
  ]
  return words.length > 0 ? words.join('') : null
}

const hrefStart = '#request/'

/** A card is a link, so that it can be walked and read as one; the window decides where it leads. */
export const requestIn = (href: string | null | undefined): OpenRequestRow['requestId'] | null =>
  href?.startsWith(hrefStart) ? (href.slice(hrefStart.length) as OpenRequestRow['requestId']) : null

/** The lane whose whole group was asked for, in the list; null where something else was pressed. */
export function laneAsked(pressed: HTMLElement): 'late' | 'soon' | null {
  const lane = pressed.closest<HTMLElement>('[data-lane-all]')?.dataset['laneAll']
  return lane === 'late' || lane === 'soon' ? lane : null
}

const pledgeWords = (day: CivilDate, { t, format, today }: LaneContext): string =>
  t(day < today ? 'pledge.card.past' : 'pledge.card', { day: format.dayNear(day, today) })

function item(card: Card, dueNote: string, context: LaneContext): LaneItem {
  const { row } = card
  const { t, nameOf, today } = context
  const pledged = context.pledgedOn(row.requestId)
  const who = row.applicant ?? t('today.erased')
  return {
    id: row.requestId,
    title: row.description ?? t('today.untitled'),
    details: [row.requestNo, who, nameOf(row.handler), pledged && pledgeWords(pledged, context)].filter(
      text => text !== undefined,
    ),
    due: dueWords(card, today, context),
    dueNote,
    href: hrefStart + row.requestId,
  }
}
