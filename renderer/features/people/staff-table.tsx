import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { postNames } from '../../i18n/posts'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import type { StaffLine } from './staff-lines'

export interface StaffTableProps {
  readonly lines: readonly StaffLine[]
  readonly today: CivilDate
  /** Why this person may not set the passwords of others. */
  readonly adminOnly: string | undefined
  readonly onSetPassword: (line: StaffLine) => void
  readonly onSetPosts: (line: StaffLine) => void
}

export function StaffTable({ lines, ...row }: StaffTableProps) {
  const { t } = useMessages()
  return (
    <table className="people-table">
      <thead>
        <tr>
          <th scope="col">{t('people.column.name')}</th>
          <th scope="col">{t('people.column.posts')}</th>
          <th scope="col">{t('people.column.lastSignIn')}</th>
          <th scope="col">{t('people.column.password')}</th>
          <th scope="col">{t('people.column.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <StaffRow key={line.personId} line={line} {...row} />
        ))}
      </tbody>
    </table>
  )
}

interface StaffRowProps extends Omit<StaffTableProps, 'lines'> {
  readonly line: StaffLine
}

function StaffRow({ line, today, adminOnly, onSetPassword, onSetPosts }: StaffRowProps) {
  const translator = useMessages()
  const { t } = translator
  const name = line.name ?? t('people.nameErased')
  return (
    <tr className={line.posts.length === 0 ? 'people-left' : undefined}>
      <th scope="row">
        {name}
        {line.isMe ? <span className="people-me">{t('people.me')}</span> : null}
        {line.needsNewerVersion ? <span className="people-note">{t('people.needsNewer')}</span> : null}
      </th>
      <td>{line.posts.length === 0 ? t('people.left') : postNames(line.posts, t)}</td>
      <td>
        {signInWords(line, today, translator)}
        {line.lastSignIn && line.lastSignIn.failuresBefore > 0 ? (
          <span className="people-note">{t('people.failures', { n: line.lastSignIn.failuresBefore })}</span>
        ) : null}
      </td>
      <td>{passwordWords(line, today, translator)}</td>
      <td>
        {line.posts.length === 0 ? null : (
          <span className="people-acts">
            <Act size="small" disabledBecause={line.isMe ? undefined : adminOnly} onAct={() => onSetPassword(line)}>
              {line.isMe ? t('people.changeMine') : t('people.setPasswordOf', { name })}
            </Act>
            <Act size="small" disabledBecause={adminOnly} onAct={() => onSetPosts(line)}>
              {t('people.setPostsOf', { name })}
            </Act>
          </span>
        )}
      </td>
    </tr>
  )
}

function signInWords({ lastSignIn }: StaffLine, today: CivilDate, { t, format }: Translator): string {
  if (!lastSignIn) return t('people.neverSignedIn')
  return t('people.signedInAt', { day: format.dayNear(lastSignIn.on, today), time: format.time(lastSignIn.at) })
}

function passwordWords({ password }: StaffLine, today: CivilDate, { t, format }: Translator): string {
  if (!password) return t('people.passwordInitial')
  return t(`people.passwordBy.${password.by}`, { day: format.dayNear(password.on, today) })
}
