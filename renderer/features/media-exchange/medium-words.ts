import type { ShownMedium } from '#shared/application/media/ports'
import { useMessages } from '../../i18n/messages-provider'

/** How a medium is called: by its label and place, and by what it is. */
export function useMediumWords() {
  const { t } = useMessages()
  return {
    title: ({ kind, label, place }: ShownMedium): string =>
      t(`media.kind.${kind}`, { label: label ?? t('media.noLabel'), place }),
    note: ({ fileSystem, freeBytes, bytes }: ShownMedium): string =>
      freeBytes === null || bytes === null
        ? t('media.sizeUnknown')
        : t('media.size', { system: fileSystem ?? '', free: gigabytes(freeBytes), all: gigabytes(bytes) }),
  }
}

/** Rounded down: what is free is never said to be more. */
const gigabytes = (bytes: number): string => (Math.floor(bytes / 10_737_418.24) / 100).toFixed(2)
