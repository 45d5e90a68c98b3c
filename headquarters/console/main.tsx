import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ConsoleWindow } from './console-window'
import './console.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConsoleWindow />
  </StrictMode>,
)
