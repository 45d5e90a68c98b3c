import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ShownMedium } from '#shared/application/media/ports'
import type { Post } from '#shared/domain/people/person-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { BundlePreviewSheet } from './bundle-preview-sheet'
import { BundleResultSheet } from './bundle-result-sheet'
import { BundleRunning } from './bundle-running'
import { FailedNote } from './failed-note'
import { megabytesOf } from './megabytes-of'
import { useBundlesIn, type BundleOnMedium } from './use-bundles-in'
import { useMediumWords } from './medium-words'
import type { SeenMedia } from './use-media'

export interface BundleImportProps {
  readonly desk: Pick<Desk, 'media' | 'me' | 'today'>
  readonly seen: SeenMedia
  readonly offered?: string | undefined
  /** An export runs, and Esc is its key. */
  readonly isExporting: boolean
}

const noMedia: readonly ShownMedium[] = []

/** 导入交换包: found on the media that are there, checked whole, shown, and only then taken in. */
export function BundleImport({ desk, seen, offered, isExporting }: BundleImportProps) {
  const { t } = useMessages()
  const media = seen.media ?? noMedia
  const bundles = useBundlesIn(desk.media.bundles, media, desk.me)
  const { found, state, locked, isBusy, problem, shownWork, take, apply, discard, back } = bundles
  const [given, setGiven] = useState('')
  const role = roleOf(desk.me.posts)
  const note = problem && !locked ? <FailedNote problem={problem} isQuiet /> : null
  if (shownWork) return <BundleRunning {...shownWork} hasKey={!isExporting} onCancel={bundles.cancel} />
  if (state.kind === 'done')
    return (
      <BundleResultSheet
        result={state.result}
        isBusy={isBusy}
        onGoOn={() => void (role && apply(role))}
        onAgain={() => void back()}
        problem={note}
      />
    )
  if (state.kind === 'preview')
    return (
      <BundlePreviewSheet
        preview={state.preview}
        today={desk.today}
        isBusy={isBusy}
        disabledBecause={role ? undefined : t('media.missing.post')}
        onApply={() => void (role && apply(role))}
        onDiscard={() => void discard()}
        problem={note}
      />
    )
  const own = found.filter(({ isOwn }) => isOwn)
  const others = found.filter(({ isOwn }) => !isOwn)
  const choose = async (): Promise<void> => {
    const chosen = await desk.media.chooseFolder()
    if (chosen.ok && chosen.value !== null) await seen.look()
  }
  return (
    <Sheet title={t('media.in.title')} aside={others.length > 0 ? t('media.in.count', { n: others.length }) : null}>
      <div className="media-form">
        {found.length === 0 ? <p className="media-quiet">{t('media.in.none')}</p> : null}
        <Lines label={t('media.in.title')} of={others} {...{ media, isBusy, offered }} onTake={one => void take(one)} />
        {own.length > 0 ? <p className="media-quiet">{t('media.in.ownMeans')}</p> : null}
        <Lines label={t('media.in.own')} of={own} {...{ media, isBusy, offered }} onTake={one => void take(one)} />
        {locked ? (
          <Passphrase {...{ isBusy, given }} onChange={setGiven} onGiven={() => void take(locked, given)} />
        ) : null}
        {note}
        {bundles.isLeft ? <p role="status">{t('media.in.leftKept')}</p> : null}
        <Act icon="usb" onAct={() => void choose()}>
          {t('media.in.chooseFolder')}
        </Act>
      </div>
    </Sheet>
  )
}

interface LinesProps {
  readonly label: string
  readonly of: readonly BundleOnMedium[]
  readonly media: readonly ShownMedium[]
  readonly isBusy: boolean
  readonly offered: string | undefined
  readonly onTake: (one: BundleOnMedium) => void
}

function Lines({ label, of, media, isBusy, offered, onTake }: LinesProps) {
  if (of.length === 0) return null
  return (
    <ul className="media-lines" aria-label={label}>
      {of.map(one => (
        <Line
          key={`${one.mediumId} ${one.name} ${one.name === offered}`} // drawn anew where it is offered: then it takes the focus
          one={one}
          isOffered={one.name === offered}
          medium={media.find(({ mediumId }) => mediumId === one.mediumId)}
          isBusy={isBusy}
          onTake={() => onTake(one)}
        />
      ))}
    </ul>
  )
}

interface LineProps {
  readonly one: BundleOnMedium
  readonly medium: ShownMedium | undefined
  readonly isBusy: boolean
  readonly isOffered: boolean
  readonly onTake: () => void
}

function Line({ one, medium, isBusy, isOffered, onTake }: LineProps) {
  const { t } = useMessages()
  const words = useMediumWords()
  return (
    <li>
      <span className="media-words">
        <b>{one.name}</b>
        <span>
          {t('media.in.line', {
            medium: medium ? words.title(medium) : '',
            n: one.parts,
            megabytes: megabytesOf(one.bytes),
          })}
        </span>
      </span>
      <Act size="small" busy={isBusy} takesFocus={isOffered} onAct={onTake}>
        {t('media.in.check')}
      </Act>
    </li>
  )
}

interface PassphraseProps {
  readonly isBusy: boolean
  readonly given: string
  readonly onChange: (given: string) => void
  readonly onGiven: () => void
}

function Passphrase({ isBusy, given, onChange, onGiven }: PassphraseProps) {
  const { t } = useMessages()
  return (
    <div className="media-approval" role="group" aria-label={t('media.in.locked')}>
      <p>{t('media.in.lockedWords')}</p>
      <TextField label={t('media.bundle.passphrase')} maxLength={200} takesFocus value={given} onChange={onChange} />
      <Act busy={isBusy} disabledBecause={given === '' ? t('media.in.passphraseMissing') : undefined} onAct={onGiven}>
        {t('media.in.unlock')}
      </Act>
    </div>
  )
}

const roleOf = (posts: readonly Post[]): Post | undefined =>
  (['clerk', 'reviewer', 'head', 'administrator'] as const).find(post => posts.includes(post))
