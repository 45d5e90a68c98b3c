import fs from 'node:fs'
import path from 'node:path'
import { LinuxTargetHelper } from 'app-builder-lib/out/targets/LinuxTargetHelper.js'
import type { LinuxPackager } from 'app-builder-lib/out/linuxPackager.js'
import type { AfterPackContext } from 'electron-builder'

/**
 * What AppImage and deb would carry for the desktop: entry, kinds of files, icons; made by electron-builder's own hands,
 * where the tools that pack them cannot be had. Into `desktop-entry/` beside the unpacked program.
 */
export async function writeDesktopEntry({ outDir, packager }: AfterPackContext): Promise<void> {
  const linux = packager as unknown as LinuxPackager // the caller has asked for the platform
  const helper = new LinuxTargetHelper(linux)
  const folder = path.join(outDir, 'desktop-entry')
  fs.mkdirSync(path.join(folder, 'icons'), { recursive: true })
  const exec = `/opt/${linux.appInfo.sanitizedProductName}/${linux.executableName} %U`
  const entry = await helper.computeDesktopEntry(linux.platformSpecificBuildOptions, exec)
  fs.writeFileSync(path.join(folder, `${linux.executableName}.desktop`), entry)
  const kinds = await helper.mimeTypeFiles
  if (kinds) fs.copyFileSync(kinds, path.join(folder, `${linux.executableName}.mime.xml`))
  for (const { file, size } of await helper.icons) fs.copyFileSync(file, path.join(folder, 'icons', `${size}.png`))
}
