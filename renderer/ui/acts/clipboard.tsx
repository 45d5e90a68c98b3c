import { createContext, useContext, type ReactNode } from 'react'

/** Whether the words are on the clipboard now. */
export type PutOnClipboard = (text: string) => Promise<boolean>

const Clipboard = createContext<PutOnClipboard>(() => Promise.resolve(false))

/** The page has no permission for the clipboard, as it has none for anything: the window says who puts words there. */
export const ClipboardProvider = ({
  put,
  children,
}: {
  readonly put: PutOnClipboard
  readonly children: ReactNode
}) => <Clipboard value={put}>{children}</Clipboard>

export const useClipboard = (): PutOnClipboard => useContext(Clipboard)
