import type { Visit } from '#shared/domain/visits/visit-state'
import { useMessages } from '../../i18n/messages-provider'
import { Sheet } from '../../ui/sheets/sheet'

/** Pages counted, and the help of art. 43. */
export function CopiesSheet({ visit }: { readonly visit: Visit }) {
  const { t } = useMessages()
  return (
    <Sheet title={t('room.copies')}>
      {visit.copies.length === 0 && visit.helps.length === 0 ? (
        <p className="room-quiet">{t('room.copies.none')}</p>
      ) : (
        <ul className="room-lines">
          {visit.copies.map(({ copyNo, way, pages, of }) => (
            <li key={copyNo}>
              {t('room.copies.line', { way: t(`room.way.${way}`), n: pages, of: t(`room.itemKind.${of}`) })}
            </li>
          ))}
          {visit.helps.map(({ helps, note, by }) => (
            <li key={by.hlc}>
              {t('room.help.line', { helps: helps.map(help => t(`room.helpKind.${help}`)).join(t('post.join')) })}
              {note ? <span className="room-quiet room-under">{note}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
