import type { BookletStand } from '#shared/application/booklets/booklets'
import type { Office, RecordedBooklet } from '#shared/domain/agencies/office'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { bookletChanges, type BookletChange } from '#shared/domain/booklets/booklet-changes'
import { missingInBooklet, type BookletElement } from '#shared/domain/booklets/booklet-elements'
import type { BookletKind } from '#shared/domain/booklets/booklet-facts'
import type { NameOf } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'

export interface BookletSheetProps {
  readonly kind: BookletKind
  readonly office: Office
  readonly agency: Agency
  readonly stand: BookletStand
  readonly nameOf: NameOf
  readonly onMake: () => void
  readonly onSettings: (() => void) | undefined
}

const making = { guide: { keys: 'Alt+G' }, catalogue: { keys: 'Alt+C' }, leaflet: { keys: 'Alt+B' } } as const

/** One booklet: whether it is complete, whether it is current, and why not. */
export function BookletSheet({ kind, office, agency, stand, nameOf, onMake, onSettings }: BookletSheetProps) {
  const { t } = useMessages()
  const { agencyId } = agency
  const last = office.booklets.findLast(each => each.booklet === kind && each.agencyId === agencyId)
  const guide = office.guides.findLast(each => each.guide.agencyId === agencyId)?.guide
  const documents = stand.basis.documents?.count ?? 0
  const gaps = missingInBooklet(kind, { agency, guide, lawPack: stand.lawPack, documents })
  const changes = last ? bookletChanges(kind, last.basis, stand) : []
  return (
    <Sheet
      title={t(`booklets.kind.${kind}`)}
      acts={
        <Act
          icon="file"
          {...making[kind]}
          look={changes.length > 0 && gaps.length === 0 ? 'primary' : 'default'}
          disabledBecause={gaps.length > 0 ? t('booklets.missing') : undefined}
          onAct={onMake}
        >
          {t(`booklets.make.${kind}`)}
        </Act>
      }
    >
      <div className="booklet">
        <p className="booklet-about">{t(`booklets.about.${kind}`)}</p>
        <Standing gaps={gaps.length} changes={changes.length} isMade={last !== undefined} />
        <LastMade last={last} nameOf={nameOf} />
        {kind === 'catalogue' ? <Documents stand={stand} /> : null}
        <Gaps gaps={gaps} onSettings={onSettings} />
        <Changes changes={changes} />
      </div>
    </Sheet>
  )
}

function Standing({ gaps, changes, isMade }: { gaps: number; changes: number; isMade: boolean }) {
  const { t } = useMessages()
  if (gaps > 0) return <Status flag="conflict">{t('booklets.missing')}</Status>
  if (changes > 0) return <Status flag="soon">{t('booklets.stale')}</Status>
  return isMade ? (
    <Status flag="done">{t('booklets.current')}</Status>
  ) : (
    <Status flag="normal">{t('booklets.fresh')}</Status>
  )
}

function LastMade({ last, nameOf }: { readonly last: RecordedBooklet | undefined; readonly nameOf: NameOf }) {
  const { t, format } = useMessages()
  if (!last) return <p className="booklet-quiet">{t('booklets.never')}</p>
  const { madeOn, pages, by, range } = last
  const how = range ? t('booklets.how.part', { ...range }) : t(`booklets.how.${last.format}`)
  return (
    <p className="booklet-quiet">
      {t('booklets.last', { day: format.fullDay(madeOn), pages, name: nameOf(by.actor), how })}
    </p>
  )
}

function Documents({ stand: { lines } }: Pick<BookletSheetProps, 'stand'>) {
  const { t } = useMessages()
  const open = lines.filter(({ isPublic }) => isPublic)
  const without = open.filter(({ hasAbstract }) => !hasAbstract).length
  const undated = open.filter(({ formedOn }) => formedOn === undefined).length
  if (open.length === 0) return null
  return (
    <ul className="booklet-quiet">
      <li>{t('booklets.documents', { n: open.length })}</li>
      {without > 0 ? <li>{t('booklets.noAbstract', { n: without })}</li> : null}
      {undated > 0 ? <li>{t('booklets.noDay', { n: undated })}</li> : null}
    </ul>
  )
}

interface GapsProps extends Pick<BookletSheetProps, 'onSettings'> {
  readonly gaps: readonly BookletElement[]
}

/** What only the office can know is named, and never made up. */
function Gaps({ gaps, onSettings }: GapsProps) {
  const { t } = useMessages()
  if (gaps.length === 0) return null
  const isOfSettings = gaps.some(gap => gap !== 'documents' && gap !== 'lawPack')
  return (
    <div className="booklet-list" role="note">
      <p>{t('booklets.gaps')}</p>
      <ul>
        {gaps.map(gap => (
          <li key={gap}>{t(`booklets.element.${gap}`)}</li>
        ))}
      </ul>
      {isOfSettings && onSettings ? (
        <Act size="small" icon="settings" onAct={onSettings}>
          {t('booklets.fill')}
        </Act>
      ) : null}
    </div>
  )
}

function Changes({ changes }: { readonly changes: readonly BookletChange[] }) {
  const { t } = useMessages()
  if (changes.length === 0) return null
  return (
    <div className="booklet-list">
      <h3>{t('booklets.changes')}</h3>
      <ul>
        {changes.map(change => (
          <li key={change.kind}>{changeSentence(change, t)}</li>
        ))}
      </ul>
    </div>
  )
}

function changeSentence(change: BookletChange, t: ReturnType<typeof useMessages>['t']): string {
  switch (change.kind) {
    case 'lawPackNewer':
      return t('booklets.change.lawPackNewer', { lawPack: change.lawPack ?? '—' })
    case 'calendarNewer':
      return t('booklets.change.calendarNewer', { year: change.year })
    case 'documentsAdded':
    case 'documentsChanged':
    case 'documentsRepealed':
    case 'documentsWithdrawn':
      return t(`booklets.change.${change.kind}`, { n: change.count })
    default:
      return t(`booklets.change.${change.kind}`)
  }
}
