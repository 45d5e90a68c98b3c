import fs from 'node:fs'
import path from 'node:path'

/** Where verified installers lie. An AppImage may be started right there, and must not be deleted under itself. */
export interface TakenFolders {
  /** For the next package; never the one that the program runs from. */
  next(): string
  /** What was taken is gone, but for the program that runs. */
  clear(): void
  /** The running program, where it lies among them. */
  runningFile(): string | null
}

/** `appImage` is what its run-time says of itself; asked anew each time, because whoever moves the file does it while it runs. */
export function takenFolders(updates: string, appImage: string | undefined): TakenFolders {
  const folders = ['taken', 'taken-beside'].map(name => path.join(updates, name))
  const running = (): string | null => (appImage === undefined ? null : realPath(appImage))
  const isHome = (folder: string): boolean => {
    const [file, home] = [running(), realPath(folder)]
    return file !== null && home !== null && file.startsWith(home + path.sep)
  }
  return {
    next: () => folders.find(folder => !isHome(folder))!,
    clear: () => {
      for (const folder of folders)
        try {
          if (!isHome(folder)) fs.rmSync(folder, { recursive: true, force: true })
        } catch {
          // The installer may still be running; the next package that is taken clears the folder.
        }
    },
    runningFile: () => (folders.some(isHome) ? running() : null),
  }
}

/** Null where nothing lies there (any more). */
function realPath(file: string): string | null {
  try {
    return fs.realpathSync(file)
  } catch {
    return null
  }
}
