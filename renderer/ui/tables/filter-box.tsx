import { useRef } from 'react'
import { Input, type InputRef } from 'antd'
import { Key } from '../acts/key'
import { useShortcuts } from '../acts/use-shortcuts'
import { Icon } from '../marks/icon'
import './list.css'

export interface FilterBoxProps {
  /** What can be typed; it stands in the box while nothing is. */
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  /** On to the rows. */
  readonly onDown: () => void
}

/** `/` comes here from anywhere, Down and Enter go on to the rows, Esc empties the box. */
export function FilterBox({ label, text, onText, onDown }: FilterBoxProps) {
  const box = useRef<InputRef>(null)
  useShortcuts([{ keys: '/', run: () => box.current?.focus({ cursor: 'all' }) }])
  return (
    <Input
      ref={box}
      className="list-filter"
      role="searchbox"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      prefix={<Icon name="search" size={16} />}
      suffix={text === '' ? <Key keys="/" /> : null}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={event => onText(event.target.value)}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation()
          onText('')
        }
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        onDown()
      }}
    />
  )
}
