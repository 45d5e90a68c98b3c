import path from 'node:path'

export interface WhatWasPacked {
  readonly output: string
  readonly isStandIn: boolean
  readonly isForTests: boolean
  readonly made: readonly string[]
  readonly platforms: readonly ('linux' | 'win')[]
  readonly arch: 'x64' | 'arm64'
}

/** What lies there now, what does not, and how somebody tries it. */
export function closingWords({ output, isStandIn, isForTests, made, ...of }: WhatWasPacked): readonly string[] {
  if (isStandIn)
    return [
      `Packed against a stand-in of Electron into ${output}: folders to look at, and no program that runs.`,
      'Not made, because Electron, makensis, appimagetool and fpm are downloads: the installers (nsis, AppImage, deb).',
      'On a machine that reaches the download servers, or a mirror of them (ELECTRON_MIRROR,',
      'ELECTRON_BUILDER_BINARIES_MIRROR), the same command makes them.',
      ...howToTry,
    ]
  if (isForTests)
    return of.platforms.map(
      platform => `For tests only: ELECTRON_EXE=${path.join(output, driven(platform, of.arch))} npm run e2e drives it.`,
    )
  return [...made.map(file => `made ${file}`), ...howToTry]
}

/** As electron-builder names the folders. */
const driven = (platform: 'linux' | 'win', arch: 'x64' | 'arm64'): string =>
  `${platform}${arch === 'x64' ? '' : `-${arch}`}-unpacked/electron${platform === 'win' ? '.exe' : ''}`

/** The inspector fuse of what is handed out is shut, so that nobody drives it, the tests included. */
const howToTry = [
  'The end-to-end tests cannot drive a released binary; they drive the same program packed for them:',
  'npm run dist -- --for-tests --out dist-tests, then ELECTRON_EXE=dist-tests/linux-unpacked/electron npm run e2e.',
]
