import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { composeKiosk } from './compose-kiosk'
import { KioskWindow } from './kiosk-window'
import '../../ui/theme/fonts'
import '../../ui/theme/tokens.css'
import '../../ui/theme/base.css'

const kiosk = composeKiosk(window.recordsKiosk)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <KioskWindow {...kiosk} />
  </StrictMode>,
)
