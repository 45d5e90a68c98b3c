import { useId, useRef } from 'react'
import type { PersonOfStaff } from '#shared/application/front-door'
import { useMessages } from '../../i18n/messages-provider'
import { postNames } from '../../i18n/posts'
import { Key } from '../../ui/acts/key'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { faceOf, keyOf } from './people-to-choose'

export interface PersonCardsProps {
  readonly label: string
  readonly people: readonly PersonOfStaff[]
  readonly chosenId: string | null
  readonly onChoose: (personId: string) => void
  /** By digit or by mouse: the choice is made and the password comes next. Arrows only look. */
  readonly onSettled: () => void
}

/** Native radios in cards: one Tab stop, arrows choose; 1 to 9 choose and go on while no field has focus. */
export function PersonCards({ label, people, chosenId, onChoose, onSettled }: PersonCardsProps) {
  const group = useRef<HTMLFieldSetElement>(null)
  const name = useId()
  const choose = (personId: string): void => {
    onChoose(personId)
    onSettled()
  }
  const bindings = people.flatMap((person, position) => {
    const keys = keyOf(position)
    return keys ? [{ keys, run: () => choose(person.personId) }] : []
  })
  useShortcuts(bindings, { owner: group })
  return (
    <fieldset ref={group} className="people-cards">
      <legend className="unseen">{label}</legend>
      {people.map((person, position) => (
        <PersonCard
          key={person.personId}
          person={person}
          shortcut={keyOf(position)}
          name={name}
          chosen={person.personId === chosenId}
          takesFocus={position === 0}
          onChoose={() => onChoose(person.personId)}
          onSettled={onSettled}
        />
      ))}
    </fieldset>
  )
}

interface PersonCardProps {
  readonly person: PersonOfStaff
  readonly shortcut: string | undefined
  readonly name: string
  readonly chosen: boolean
  readonly takesFocus: boolean
  readonly onChoose: () => void
  readonly onSettled: () => void
}

function PersonCard({ person, shortcut, name, chosen, takesFocus, onChoose, onSettled }: PersonCardProps) {
  const { t } = useMessages()
  const posts = postNames(person.posts, t)
  return (
    <label className={chosen ? 'person-card chosen' : 'person-card'}>
      <input
        type="radio"
        className="person-radio"
        name={name}
        checked={chosen}
        autoFocus={takesFocus}
        aria-label={`${person.name} ${posts}`}
        aria-keyshortcuts={shortcut}
        onChange={onChoose}
        onClick={event => (event.detail > 0 ? onSettled() : undefined)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onChoose()
          onSettled()
        }}
      />
      <span className="person-face" aria-hidden="true">
        {faceOf(person.name)}
      </span>
      <b>{person.name}</b>
      <span className="person-posts">{posts}</span>
      {shortcut ? <Key keys={shortcut} /> : null}
    </label>
  )
}
