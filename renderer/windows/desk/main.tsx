import { early } from './early'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readLanguage } from '../../i18n/window-language'
import { connectShell } from '../../shell/connect-shell'
import { DeskWindow } from './desk-window'
import { keptLanguage } from './use-preferences'
import './desk.css'

const shell = connectShell(early.bridge)

const draw = (): void =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <DeskWindow shell={shell} bridge={early.bridge} early={early.worker} />
    </StrictMode>,
  )

const language = readLanguage(keptLanguage()).catch(() => undefined) // then in Chinese
// Nothing can be shown before main has said who is signed in, and the projector has its order a frame earlier.
void Promise.all([language, early.answered]).then(draw)
