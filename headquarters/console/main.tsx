import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ConsoleWindow } from './console-window'
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import './console.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConsoleWindow />
  </StrictMode>,
)
