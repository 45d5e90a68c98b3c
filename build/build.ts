/** npm run build: main, preload and the desk window into out/. Says what it does, and stops at the first failure. */
import { build } from 'vite'
import { buildStandIn } from '../tests/support/launch/stand-in-command'
import { writeLicences } from './pack/write-licences'
import { deskOpener, firstFeatures } from './first-page-without'
import { rendererBuild } from './renderer-build'
import { shellBuild } from './shell-build'

const parts = {
  'main process': () => build(shellBuild('main')),
  preload: () => build(shellBuild('preload')),
  "kiosk's preload": () => build(shellBuild('kiosk-preload')),
  'reader of documents': () => build(shellBuild('reader-thread')),
  "journal's check": () => build(shellBuild('check-thread')),
  'desk window': () =>
    build({
      ...rendererBuild({
        ...{ root: 'renderer/windows/desk', outDir: 'out/renderer/desk', firstFeatures },
        opener: deskOpener,
      }),
      logLevel: 'warn',
    }),
  'kiosk window': () =>
    build({
      ...rendererBuild({ root: 'renderer/windows/kiosk', outDir: 'out/renderer/kiosk', firstFeatures: ['kiosk'] }),
      logLevel: 'warn',
    }),
  "headquarters' console": () =>
    build({
      ...rendererBuild({ root: 'headquarters/console', outDir: 'out/console' }),
      base: '/console/',
      logLevel: 'warn',
    }),
  'stand-in for Electron': buildStandIn,
  'licences of what is bundled': async () => writeLicences('out/licences'),
}

for (const [name, make] of Object.entries(parts)) {
  const started = performance.now()
  await make()
  process.stdout.write(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}
