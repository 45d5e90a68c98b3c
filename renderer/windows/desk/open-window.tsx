import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readLanguage } from '../../i18n/window-language'
import { connectShell } from '../../shell/connect-shell'
import { DeskWindow } from './desk-window'
import type { EarlyStart } from './early-start'
import { keptLanguage } from './use-preferences'
import './desk.css'

/** Draws the window. Nothing can be shown before main has said who is signed in, and the projector has its order first. */
export async function openWindow({ bridge, worker, answered }: EarlyStart): Promise<void> {
  const shell = connectShell(bridge)
  const language = readLanguage(keptLanguage()).catch(() => undefined) // then in Chinese
  await Promise.all([language, answered])
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <DeskWindow shell={shell} bridge={bridge} early={worker} />
    </StrictMode>,
  )
}
