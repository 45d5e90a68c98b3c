import type { ElectronMain, RunningProgram } from './launch'

export interface DialogLogEntry {
  readonly kind: 'save' | 'open' | 'message' | 'error'
  /** What main passed, functions and windows left out. */
  readonly options: Record<string, unknown>
}

interface DialogScript {
  readonly save: object[]
  readonly open: object[]
  readonly message: object[]
  readonly log: DialogLogEntry[]
}

/**
 * Answers native dialogs, on the stand-in and on Electron alike, by replacing the functions of main's `dialog` object.
 * Main must therefore call `dialog.showSaveDialog(...)`, not a copy taken at import. Unanswered dialogs are cancelled.
 */
export class ScriptedDialogs {
  readonly #program: Pick<RunningProgram, 'evaluate'>

  constructor(program: Pick<RunningProgram, 'evaluate'>) {
    this.#program = program
  }

  install(): Promise<void> {
    return this.#program.evaluate(replaceDialogs)
  }

  /** The next save dialog ends with this file; undefined cancels it. */
  save(filePath: string | undefined): Promise<void> {
    return this.#answer('save', { canceled: filePath === undefined, filePath: filePath ?? '' })
  }

  open(filePaths: readonly string[]): Promise<void> {
    return this.#answer('open', { canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }

  /** Number of the button pressed in the next message box. */
  message(response: number, checkboxChecked = false): Promise<void> {
    return this.#answer('message', { response, checkboxChecked })
  }

  log(): Promise<DialogLogEntry[]> {
    return this.#program.evaluate(() => (globalThis as unknown as { dialogScript: DialogScript }).dialogScript.log)
  }

  #answer(kind: 'save' | 'open' | 'message', answer: object): Promise<void> {
    return this.#program.evaluate(
      (_electron, next) => {
        const { dialogScript } = globalThis as unknown as { dialogScript: DialogScript }
        dialogScript[next.kind].push(next.answer)
      },
      { kind, answer },
    )
  }
}

/** Runs in main: everything it needs is inside. */
function replaceDialogs({ dialog }: ElectronMain): void {
  const script: DialogScript = { save: [], open: [], message: [], log: [] }
  Object.assign(globalThis, { dialogScript: script })
  const replace = (name: string, kind: 'save' | 'open' | 'message', cancelled: object) => {
    const answer = async (...args: unknown[]) => {
      const options = JSON.parse(JSON.stringify(args.at(-1) ?? {})) as Record<string, unknown>
      script.log.push({ kind, options })
      return script[kind].shift() ?? { ...cancelled, response: options.cancelId ?? 0 }
    }
    Object.assign(dialog, { [name]: answer })
  }
  replace('showSaveDialog', 'save', { canceled: true, filePath: '' })
  replace('showOpenDialog', 'open', { canceled: true, filePaths: [] })
  replace('showMessageBox', 'message', { checkboxChecked: false })
  Object.assign(dialog, {
    showErrorBox: (title: string, content: string) =>
      void script.log.push({ kind: 'error', options: { title, content } }),
  })
}
