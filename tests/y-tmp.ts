import { build } from 'vite'
import fs from 'node:fs'
import { rendererBuild } from '../build/renderer-build'
import { shellBuild } from '../build/shell-build'
const cfg = rendererBuild({ root: 'renderer/windows/desk', outDir: 'out/renderer/desk' })
cfg.plugins = [{ name: 'stub', enforce: 'pre', resolveId(id: string) { for (const n of ['replies','requests']) if (id.endsWith('features/'+n) && !fs.existsSync('renderer/features/'+n+'/index.ts')) { if (n==='requests' && fs.existsSync('renderer/features/requests/request-page.tsx')) return process.cwd()+'/.cache/req-index.ts'; return '\0stub' } return null }, load(id: string) { return id === '\0stub' ? 'export const ReplyDesk=()=>null; export const ReviewDesk=()=>null' : null } }, ...cfg.plugins!]
await build(shellBuild('main')); await build(shellBuild('preload'))
await build({ ...cfg, logLevel: 'warn' })
