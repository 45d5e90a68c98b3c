/**
 * Dialogs are answered by the test, which replaces these functions on the `dialog` object (launch/scripted-dialogs.ts)
 * on the stand-in and on Electron alike. Unanswered ones are cancelled.
 */
export const dialog = {
  showSaveDialog: async (..._args: unknown[]): Promise<object> => ({ canceled: true, filePath: '' }),
  showOpenDialog: async (..._args: unknown[]): Promise<object> => ({ canceled: true, filePaths: [] }),
  showMessageBox: async (...args: unknown[]): Promise<object> => ({ response: cancelOf(args), checkboxChecked: false }),
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`)
  },
  showSaveDialogSync: () => refuse('showSaveDialogSync'),
  showOpenDialogSync: () => refuse('showOpenDialogSync'),
  showMessageBoxSync: () => refuse('showMessageBoxSync'),
}

function cancelOf(args: readonly unknown[]): number {
  return (args.at(-1) as { cancelId?: number } | undefined)?.cancelId ?? 0
}

function refuse(name: string): never {
  throw new Error(`stand-in: dialog.${name} is not supported`)
}
