import path from 'node:path'
import { dialog, type OpenDialogOptions } from 'electron'
import type { DeskWindow } from './desk-window'

/** Files that may be chosen, under the name that the system's dialog shows for them. */
export interface FileKind {
  readonly name: string
  /** Without the dot. */
  readonly extensions: readonly string[]
}

/** Asks the person for a place on the disk. Null, or nothing, where they cancelled. */
export interface SystemDialogs {
  folder(title: string): Promise<string | null>
  file(kind: FileKind): Promise<string | null>
  files(kind: FileKind): Promise<readonly string[]>
  /** Where to save, beginning with a path that is suggested. */
  where(suggested: string): Promise<string | null>
}

/**
 * The dialogs of the operating system, over the desk's window. None can be closed from here, so one outlives the lock and the person who
 * opened it: where `sitting` (see `Workstation`) is another afterwards, it was cancelled, whatever was chosen in it.
 */
export function systemDialogs(over: Pick<DeskWindow, 'current'>, sitting: () => number | null): SystemDialogs {
  const inOneSitting = async <T extends { readonly canceled: boolean }>(asking: () => Promise<T>): Promise<T> => {
    const before = sitting()
    const answer = await asking()
    return { ...answer, canceled: answer.canceled || sitting() !== before }
  }
  const open = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const window = over.current()
    const { canceled, filePaths } = await inOneSitting(() =>
      window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options),
    )
    return canceled ? [] : filePaths
  }
  const first = ([path]: readonly string[]): string | null => path ?? null
  return {
    folder: async title => first(await open({ title, properties: ['openDirectory', 'createDirectory'] })),
    file: async kind => first(await open({ properties: ['openFile'], filters: [filterOf(kind)] })),
    files: kind => open({ properties: ['openFile', 'multiSelections'], filters: [filterOf(kind)] }),
    where: async suggested => {
      const extension = path.extname(suggested).slice(1)
      const options = {
        defaultPath: suggested,
        filters: [filterOf({ name: extension.toUpperCase(), extensions: [extension] })],
      }
      const window = over.current()
      const { canceled, filePath } = await inOneSitting(() =>
        window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options),
      )
      return canceled || !filePath ? null : filePath
    },
  }
}

const filterOf = ({ name, extensions }: FileKind) => ({ name, extensions: [...extensions] })
