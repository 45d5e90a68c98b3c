import type { FrontDoor } from '#shared/application/front-door'
import { useMessages } from '../../i18n/messages-provider'
import { useToast } from '../../ui/states/use-toast'
import { AddPersonDialog } from './add-person-dialog'
import { ChangePasswordDialog } from './change-password-dialog'
import { RenewSheetDialog, type RenewSheetDialogProps } from './renew-sheet-dialog'
import { SetPasswordDialog } from './set-password-dialog'
import { SetPostsDialog } from './set-posts-dialog'
import { isLastAdministrator, type StaffLine } from './staff-lines'

export type OpenedDialog =
  | { readonly kind: 'add' }
  | { readonly kind: 'renew' }
  | { readonly kind: 'password' | 'posts'; readonly line: StaffLine }

export interface PeopleDialogProps {
  readonly opened: OpenedDialog | null
  readonly frontDoor: Pick<
    FrontDoor,
    | 'addPerson'
    | 'changePassword'
    | 'setPassword'
    | 'setPosts'
    | 'renewRecoverySheet'
    | 'keepRecoverySheet'
    | 'recoverySheet'
  >
  readonly lines: readonly StaffLine[]
  readonly office: RenewSheetDialogProps['office']
  readonly isOneOfSeveral: boolean
  readonly onClose: () => void
}

/** At most one stands open; it is made anew each time, so that no password outlives it. */
export function PeopleDialog({ opened, frontDoor, lines, office, isOneOfSeveral, onClose }: PeopleDialogProps) {
  const { t } = useMessages()
  const tell = useToast()
  if (opened === null) return null
  const closeWith = (words: string): void => {
    onClose()
    tell(words)
  }
  if (opened.kind === 'renew') return <RenewSheetDialog frontDoor={frontDoor} office={office} onClose={onClose} />
  if (opened.kind === 'add') {
    // Who has left keeps the name in the ledger; whoever comes back is added anew under the same one.
    const knownNames = lines.flatMap(({ name, posts }) => (name !== undefined && posts.length > 0 ? [name] : []))
    return (
      <AddPersonDialog
        {...{ frontDoor, knownNames, isOneOfSeveral }}
        onAdded={name => closeWith(t('people.adding.done', { name }))}
        onClose={onClose}
      />
    )
  }
  const name = opened.line.name ?? t('people.nameErased')
  if (opened.kind === 'posts') {
    return (
      <SetPostsDialog
        {...{ frontDoor, isOneOfSeveral }}
        person={{ ...opened.line, name }}
        isLastAdministrator={isLastAdministrator(lines, opened.line.personId)}
        onSet={hasLeft => closeWith(t(hasLeft ? 'people.posting.gone' : 'people.posting.done', { name }))}
        onClose={onClose}
      />
    )
  }
  const onSet = (): void => closeWith(t('people.setting.done', { name }))
  const shared = { frontDoor, isOneOfSeveral, onSet, onClose }
  if (opened.line.isMe) return <ChangePasswordDialog {...shared} />
  return <SetPasswordDialog {...shared} person={{ ...opened.line, name }} />
}
