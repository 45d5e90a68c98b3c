import { useState } from 'react'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'
import { NewSendingPage } from './new-sending-page'
import { OneSendingPage } from './one-sending-page'
import { SendingsList } from './sendings-list'

export interface SendingsPageProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly offices: readonly OfficeRow[]
  /** Nothing is asked for while another page is in front. */
  readonly isShown: boolean
}

type Place = { readonly at: 'list' } | { readonly at: 'new' } | { readonly at: 'one'; readonly sendingId: string }

/** 发送: what was sent and what came of it, a new sending, and one sending office by office. */
export function SendingsPage({ t, link, offices, isShown }: SendingsPageProps) {
  const [place, setPlace] = useState<Place>({ at: 'list' })
  const toOne = (sendingId: string) => setPlace({ at: 'one', sendingId })
  const toList = () => setPlace({ at: 'list' })
  switch (place.at) {
    case 'list':
      return <SendingsList {...{ t, link, isShown }} onNew={() => setPlace({ at: 'new' })} onOpen={toOne} />
    case 'new':
      return <NewSendingPage {...{ t, link, offices }} onSent={toOne} onLeave={toList} />
    case 'one':
      return <OneSendingPage {...{ t, link, isShown }} sendingId={place.sendingId} onLeave={toList} />
  }
}
