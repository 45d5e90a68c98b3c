import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectShell } from '../../shell/connect-shell'
import { DeskWindow } from './desk-window'
import { readLanguage } from '../../i18n/window-language'
import { keptLanguage } from './use-preferences'
import './desk.css'

const shell = connectShell(window.recordsDesk)

const draw = (): void =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <DeskWindow shell={shell} bridge={window.recordsDesk} />
    </StrictMode>,
  )

void readLanguage(keptLanguage()).then(draw, draw) // in Chinese where the other language cannot be read
