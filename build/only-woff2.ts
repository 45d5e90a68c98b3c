import type { Plugin } from 'vite'

/** @fontsource names a woff beside each woff2 slice; Chromium never asks for it, so it is not shipped. */
export function onlyWoff2(): Plugin {
  return {
    name: 'only-woff2',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource\/[^?]*\.css$/.test(id.split('?')[0] ?? id)) return null
      const slim = code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
      if (slim === code) this.error(`no woff source found in ${id}: @fontsource changed its shape`)
      return { code: slim, map: null }
    },
  }
}
