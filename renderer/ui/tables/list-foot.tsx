import { Fragment, type ReactNode } from 'react'
import { Key } from '../acts/key'
import type { Shortcut } from '../acts/shortcut'
import './list.css'

export interface ListFootProps {
  /** How many rows there are. */
  readonly shown: string
  readonly children?: ReactNode
  /** What can be done by the keyboard: keys, and what they do. */
  readonly hints: readonly { readonly keys: readonly Shortcut[]; readonly label: string }[]
}

/** Under a list: what it shows and how it is walked. */
export function ListFoot({ shown, children, hints }: ListFootProps) {
  return (
    <p className="list-foot">
      <span role="status">{shown}</span>
      {children}
      <span aria-hidden="true">
        {hints.map(({ keys, label }) => (
          <Fragment key={label}>
            {keys.map(each => (
              <Fragment key={each}>
                <Key keys={each} />{' '}
              </Fragment>
            ))}
            {label}{' '}
          </Fragment>
        ))}
      </span>
    </p>
  )
}
