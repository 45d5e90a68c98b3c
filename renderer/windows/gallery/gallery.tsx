import { createRoot } from 'react-dom/client'
import { readLanguage } from '../../i18n/window-language'
import { GalleryApp } from './gallery-app'

const root = document.getElementById('root')
if (root) void readLanguage('en').then(() => createRoot(root).render(<GalleryApp />))
