import { memo, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Mark, type Flag } from '../marks/mark'
import '../acts/acts.css'
import './lanes.css'

export interface LaneItem {
  readonly id: string
  readonly title: string
  /** Numbers and names under the title; the last ones give way first. */
  readonly details: readonly string[]
  /** The date that binds. */
  readonly due: string
  readonly dueNote: string
  readonly href: string
}

export interface Lane {
  readonly id: string
  readonly flag: Flag
  readonly title: string
  readonly items: readonly LaneItem[]
  /** All that belong here, where `items` holds only the first. */
  readonly total?: number
  /** How the lane is sorted, what to do first. */
  readonly foot?: ReactNode
  /** Names a button (`data-lane-all` with the id of the lane) that leads to all of them; who shows the board listens. */
  readonly all?: string
  /** Shown where the lane is empty. */
  readonly empty: ReactNode
}

/** Work in lanes. Tab goes from lane to lane, Up and Down inside one, Left and Right between them, Enter opens. */
export const LaneBoard = memo(function LaneBoard({ lanes }: { readonly lanes: readonly Lane[] }) {
  return (
    <div className="lanes" onKeyDown={moveInLanes}>
      {lanes.map(lane => (
        <LaneColumn key={lane.id} lane={lane} />
      ))}
    </div>
  )
})

function LaneColumn({ lane }: { readonly lane: Lane }) {
  const { t, format } = useMessages()
  const [stop, setStop] = useState(0)
  const total = lane.total ?? lane.items.length
  const tabStop = Math.min(stop, lane.items.length - 1)
  const onFocus = (event: FocusEvent): void =>
    setStop(linksOf(event.currentTarget).indexOf(event.target as HTMLElement))
  return (
    <section className={`lane lane-${lane.flag}`} aria-label={`${lane.title} ${t('lanes.count', { count: total })}`}>
      <h2>
        <Mark flag={lane.flag} />
        <span>{lane.title}</span>
        <span className="lane-count">{format.count(total)}</span>
      </h2>
      {lane.items.length === 0 ? <p className="lane-empty">{lane.empty}</p> : null}
      <ul onFocus={onFocus}>
        {lane.items.map((item, index) => (
          <li key={item.id}>
            <a className="lane-item" href={item.href} tabIndex={index === tabStop ? 0 : -1}>
              <span className="lane-title">{item.title}</span>
              <span className="lane-details">
                {item.details.map(detail => (
                  <span key={detail}>{detail}</span>
                ))}
              </span>
              <span className="lane-due">
                <b>{item.due}</b>
                <span>{item.dueNote}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {lane.foot || lane.all ? (
        <p className="lane-foot">
          {lane.foot}{' '}
          {lane.all ? (
            <button type="button" className="link" data-lane-all={lane.id}>
              {lane.all}
            </button>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}

function moveInLanes(event: KeyboardEvent<HTMLElement>): void {
  const here = event.target as HTMLElement
  const lanes = [...event.currentTarget.querySelectorAll<HTMLElement>('.lane')].map(linksOf).filter(each => each.length)
  const lane = lanes.findIndex(links => links.includes(here))
  const links = lanes[lane]
  if (!links) return
  const at = links.indexOf(here)
  const sideways = lanes[lane + (event.key === 'ArrowRight' ? 1 : -1)]
  const targets: Readonly<Record<string, HTMLElement | undefined>> = {
    ArrowDown: links[at + 1],
    ArrowUp: links[at - 1],
    Home: links[0],
    End: links.at(-1),
    ArrowRight: sideways?.[Math.min(at, sideways.length - 1)],
    ArrowLeft: sideways?.[Math.min(at, sideways.length - 1)],
  }
  if (!(event.key in targets)) return
  event.preventDefault()
  targets[event.key]?.focus()
}

const linksOf = (lane: Element): HTMLElement[] => [...lane.querySelectorAll<HTMLElement>('.lane-item')]
