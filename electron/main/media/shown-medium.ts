import type { ShownMedium } from '#shared/contracts/media-channels'
import { lookAtMedium } from './exporting/leftovers'
import type { MediaFiles } from './exporting/media-files'
import type { Medium } from './medium'

/** A medium with what lies on it; a folder that is being written is neither an export nor a leftover. */
export async function shownMedium(
  medium: Medium,
  files: MediaFiles,
  inWork: ReadonlySet<string>,
): Promise<ShownMedium> {
  const { id, root, kind, label, fileSystem, isReadOnly, bytes, freeBytes } = medium
  const there = await lookAtMedium(files, root, inWork)
  const { exports, leftovers } = there.ok ? there.value : { exports: [], leftovers: [] }
  return {
    ...{ mediumId: id, place: root, kind, label, fileSystem, isReadOnly, bytes, freeBytes },
    ...{ exports: [...exports], leftovers: [...leftovers] },
  }
}
