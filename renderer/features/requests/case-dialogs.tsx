import { useState } from 'react'
import type { Desk, PaperKind } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { emptyContact, type ContactDraft } from '#shared/application/requests/contact-check'
import { emptySearch, type SearchDraft } from '#shared/application/requests/search-check'
import type { ServiceDraft } from '#shared/application/requests/service-check'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { AttemptDialog, ConfirmDialog } from './contact-dialog'
import { ExamineDialog } from './examine-dialog'
import { PaperDialog } from './paper-dialog'
import { SearchDialog } from './search-dialog'
import { ServeDialog } from './serve-dialog'

export type OpenDialog =
  'contact' | 'confirm' | 'examine' | 'search' | 'serve' | { readonly paper: PaperKind; readonly record: RequestRecord }

export interface CaseDialogsProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly due: DueDate | null
  readonly open: OpenDialog | null
  readonly onClose: () => void
}

/** The acts of the page. What was typed stays while the page stays, also when a dialog is closed with Esc. */
export function CaseDialogs({ desk, record, due, open, onClose }: CaseDialogsProps) {
  const [search, setSearch] = useState<SearchDraft>(() => emptySearch(desk.today))
  const [service, setService] = useState<ServiceDraft>({
    servedOn: desk.today,
    place: desk.windowName,
    receivedAs: 'applicant',
    agentName: '',
  })
  const [contact, setContact] = useState<ContactDraft>(() => emptyContact(record.request, desk.today))
  const about = { desk, record, onClose }
  const contacted = {
    draft: contact,
    onDraft: setContact,
    onDone: () => {
      setContact(emptyContact(record.request, desk.today))
      onClose()
    },
  }
  if (open === 'contact') return <AttemptDialog {...about} {...contacted} />
  if (open === 'confirm') return <ConfirmDialog {...about} {...contacted} />
  if (open === 'examine') return <ExamineDialog {...about} />
  if (open === 'search')
    return (
      <SearchDialog
        {...about}
        draft={search}
        onDraft={setSearch}
        onDone={() => {
          setSearch(emptySearch(desk.today))
          onClose()
        }}
      />
    )
  if (open === 'serve') return <ServeDialog {...about} due={due} draft={service} onDraft={setService} />
  return open === null ? null : <PaperDialog desk={desk} asked={open} onClose={onClose} />
}
