import type { Desk } from '#shared/application/desk'
import type { ShownMedium } from '#shared/application/media/ports'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { useMediumWords } from './medium-words'
import type { SeenMedia } from './use-media'

export interface PlaceChoiceProps {
  readonly desk: Pick<Desk, 'media'>
  readonly seen: SeenMedia
  readonly mediumId: string | null
  readonly onChoose: (mediumId: string) => void
}

/** Sticks that are plugged in, and a folder by hand. */
export function PlaceChoice({ desk, seen, mediumId, onChoose }: PlaceChoiceProps) {
  const { t } = useMessages()
  const words = useMediumWords()
  const media: readonly ShownMedium[] = seen.media ?? []
  const choose = async (): Promise<void> => {
    const chosen = await desk.media.chooseFolder()
    if (!chosen.ok || chosen.value === null) return
    await seen.look()
    onChoose(chosen.value)
  }
  return (
    <div className="media-place">
      {media.length === 0 ? (
        <p className="media-quiet">{t('media.noStick')}</p>
      ) : (
        <ChoiceGroup
          label={t('media.where')}
          look="list"
          value={mediumId}
          onChange={onChoose}
          choices={media.map(medium => ({
            value: medium.mediumId,
            label: words.title(medium),
            note: words.note(medium),
            disabledBecause: medium.isReadOnly ? t('media.readOnly') : undefined,
          }))}
        />
      )}
      <Act icon="usb" keys="Alt+M" onAct={() => void choose()}>
        {t('media.chooseFolder')}
      </Act>
    </div>
  )
}
