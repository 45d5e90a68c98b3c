import type { Desk } from '#shared/application/desk'
import type { VisitRecord } from '#shared/application/visits/visits'
import { AskDialog } from './dialogs/ask-dialog'
import { CertifyDialog } from './dialogs/certify-dialog'
import { CopiesDialog } from './dialogs/copies-dialog'
import { CorrectDialog } from './dialogs/correct-dialog'
import { DecideDialog } from './dialogs/decide-dialog'
import { GiveDialog } from './dialogs/give-dialog'
import { HelpDialog } from './dialogs/help-dialog'
import { IdentifyDialog } from './dialogs/identify-dialog'
import { ReturnDialog } from './dialogs/return-dialog'
import { SignOutDialog } from './dialogs/sign-out-dialog'
import { StillHereDialog } from './dialogs/still-here-dialog'
import { VisitPaperDialog } from './dialogs/visit-paper-dialog'
import type { OpenVisitDialog } from './visit-page'

export interface VisitDialogProps {
  readonly desk: Desk
  readonly record: VisitRecord
  readonly onClose: () => void
}

export function VisitDialogs({ open, ...parts }: VisitDialogProps & { readonly open: OpenVisitDialog }) {
  switch (open.kind) {
    case 'give':
      return <GiveDialog {...parts} />
    case 'return':
      return <ReturnDialog {...parts} itemNo={open.itemNo} />
    case 'copies':
      return <CopiesDialog {...parts} />
    case 'help':
      return <HelpDialog {...parts} />
    case 'identify':
      return <IdentifyDialog {...parts} />
    case 'ask':
      return <AskDialog {...parts} />
    case 'decide':
      return <DecideDialog {...parts} askNo={open.askNo} />
    case 'certify':
      return <CertifyDialog {...parts} askNo={open.askNo} />
    case 'signOut':
      return <SignOutDialog {...parts} />
    case 'stillHere':
      return <StillHereDialog {...parts} />
    case 'correct':
      return <CorrectDialog {...parts} />
    case 'paper':
      return <VisitPaperDialog {...parts} asked={open.asked} record={open.record} />
  }
}
