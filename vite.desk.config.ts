import { defineConfig } from 'vite'
import { rendererBuild } from './build/renderer-build'

export default defineConfig(rendererBuild({ root: 'renderer/windows/desk', outDir: 'out/renderer/desk' }))
