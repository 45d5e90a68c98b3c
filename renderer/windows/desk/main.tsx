import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectShell } from '../../shell/connect-shell'
import { DeskWindow } from './desk-window'
import './desk.css'

const shell = connectShell(window.recordsDesk)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <DeskWindow shell={shell} bridge={window.recordsDesk} />
  </StrictMode>,
)
