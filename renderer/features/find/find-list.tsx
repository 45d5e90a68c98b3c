import { useRef } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../../ui/acts/key'
import { Icon } from '../../ui/marks/icon'
import { useChosenInView } from '../../ui/tables/use-chosen-in-view'
import { markedPieces, type FindItem, type FindSection } from './find-item'

export const optionId = (at: number): string => `find-option-${at}`

interface FindListProps {
  readonly sections: readonly FindSection[]
  /** Counted through all sections. */
  readonly chosen: number
  readonly text: string
  readonly onTake: (item: FindItem) => void
}

export function FindList({ sections, chosen, text, onTake }: FindListProps) {
  const { t } = useMessages()
  const list = useRef<HTMLDivElement>(null)
  useChosenInView(list, chosen, sections)
  const items = sections.flatMap(section => section.items)
  return (
    <div ref={list} className="find-list" id="find-list" role="listbox" aria-label={t('find.hits')}>
      {sections.map(({ group, items: own }) => (
        <div key={group} role="group" aria-labelledby={`find-group-${group}`}>
          <div className="find-group" id={`find-group-${group}`} role="presentation">
            {t(`find.group.${group}`)}
          </div>
          {own.map(item => {
            const at = items.indexOf(item)
            return <Option key={item.id} {...{ item, at, text, onTake }} isChosen={at === chosen} />
          })}
        </div>
      ))}
    </div>
  )
}

interface OptionProps {
  readonly item: FindItem
  readonly at: number
  readonly isChosen: boolean
  readonly text: string
  readonly onTake: (item: FindItem) => void
}

function Option({ item, at, isChosen, text, onTake }: OptionProps) {
  const { label, asides = [] } = item
  return (
    <div
      id={optionId(at)}
      className="find-option"
      role="option"
      aria-selected={isChosen}
      onMouseDown={event => event.preventDefault()} // the box keeps the focus
      onClick={() => onTake(item)}
    >
      <Icon name={item.icon} size={18} />
      <span className="find-label">
        {markedPieces(label, text).map((piece, index) =>
          index % 2 === 1 ? <mark key={index}>{piece}</mark> : <span key={index}>{piece}</span>,
        )}
      </span>
      <span className="find-asides">
        {asides.map(aside => (
          <span key={aside}>{aside}</span>
        ))}
      </span>
      {item.keys ? <Key keys={item.keys} /> : null}
    </div>
  )
}
