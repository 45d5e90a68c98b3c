import { useState, type ReactNode } from 'react'
import type { Desk, PaperKind } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { emptyContact, type ContactDraft } from '#shared/application/requests/contact-check'
import { emptySearch, type SearchDraft } from '#shared/application/requests/search-check'
import { emptyService, type ServiceDraft } from '#shared/application/requests/service-check'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { AttemptDialog, ConfirmDialog } from './contact-dialog'
import { ExamineDialog } from './examine-dialog'
import { DeliveryDialog } from './hands/delivery-dialog'
import { PaperDialog } from './paper-dialog'
import { SearchDialog } from './search-dialog'
import { ServeDialog } from './serve-dialog'

export type OpenDialog =
  | 'contact'
  | 'confirm'
  | 'examine'
  | 'search'
  | 'serve'
  | 'deliver'
  | { readonly paper: PaperKind; readonly record: RequestRecord }

export interface CaseDialogsProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly due: DueDate | null
  readonly open: OpenDialog | null
  readonly onClose: () => void
}

/**
 * The acts of the page. What was typed stays while the page stays, also when a dialog is closed with Esc; where nothing
 * was typed the next dialog begins with the day on which it is opened.
 */
export function CaseDialogs({ desk, record, due, open, onClose }: CaseDialogsProps) {
  const [search, setSearch] = useState<SearchDraft | null>(null)
  const [service, setService] = useState<ServiceDraft | null>(null)
  const [contact, setContact] = useState<ContactDraft | null>(null)
  const about = { desk, record, onClose }
  if (open === 'contact' || open === 'confirm') {
    const ContactDialog = open === 'contact' ? AttemptDialog : ConfirmDialog
    return (
      <Typed key={open} typed={contact} fresh={() => emptyContact(record.request, desk.today)}>
        {draft => (
          <ContactDialog
            {...about}
            draft={draft}
            onDraft={setContact}
            onDone={() => {
              setContact(null)
              onClose()
            }}
          />
        )}
      </Typed>
    )
  }
  if (open === 'examine') return <ExamineDialog {...about} />
  if (open === 'deliver') return <DeliveryDialog {...about} />
  if (open === 'search')
    return (
      <Typed key="search" typed={search} fresh={() => emptySearch(desk.today)}>
        {draft => (
          <SearchDialog
            {...about}
            draft={draft}
            onDraft={setSearch}
            onDone={() => {
              setSearch(null)
              onClose()
            }}
          />
        )}
      </Typed>
    )
  if (open === 'serve')
    return (
      <Typed key="serve" typed={service} fresh={() => emptyService(desk, record.request.route)}>
        {draft => <ServeDialog {...about} due={due} draft={draft} onDraft={setService} />}
      </Typed>
    )
  return open === null ? null : <PaperDialog desk={desk} asked={open} onClose={onClose} />
}

interface TypedProps<T> {
  readonly typed: T | null
  readonly fresh: () => T
  readonly children: (draft: T) => ReactNode
}

/** Midnight must not change a day under the eyes of the person who is about to confirm it. */
function Typed<T>({ typed, fresh, children }: TypedProps<T>) {
  const [opened] = useState(fresh)
  return children(typed ?? opened)
}
