import { z } from './zod'

/** Three plain numbers; what is to be installed in an office has no "-beta". */
export const programVersion = z.string().regex(/^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/)

export const mostUpdateFiles = 4
export const mostInstallerBytes = 600 * 1024 * 1024
export const mostPackageBytes = mostInstallerBytes + 1024 * 1024

/** The program that takes updates, as its packages name it. */
export const updateProduct = 'cn.gov.records-desk'

/** What a release carries for a system: the installer of Windows, and the two kinds of a program on Linux, which do not replace each other. */
export const installerKinds = ['exe', 'deb', 'appimage'] as const
export type InstallerKind = (typeof installerKinds)[number]

/** By its ending, whatever its case; null where that is none of them. */
export function installerKind(name: string): InstallerKind | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return installerKinds.find(kind => kind === ending) ?? null
}

/** Lower case ASCII, as every file system of a stick keeps it, with the ending of an installer. */
const installerName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,58}\.(exe|deb|appimage)$/)
  .refine(name => !/^(con|prn|aux|nul|com\d|lpt\d)\./.test(name)) // devices on Windows, whatever their ending

/** What tells a newer form apart before anything else of it is read. */
export const updateMark = z.looseObject({ format: z.literal('records-desk-update'), form: z.number().int().min(1) })

/** `manifest.json` of an update package, form 1. A field that is not known here is a fault. */
export const updateManifest = z.strictObject({
  format: z.literal('records-desk-update'),
  form: z.literal(1),
  product: z.string().max(100),
  version: programVersion,
  /** The oldest version that may be replaced by it. */
  replaces: programVersion,
  platform: z.enum(['win32', 'linux']),
  arch: z.enum(['x64', 'arm64']),
  madeAt: z.iso.datetime(),
  notes: z.strictObject({ zh: z.string().max(2_000), en: z.string().max(2_000) }),
  files: z
    .array(
      z.strictObject({
        name: installerName,
        bytes: z.number().int().min(1).max(mostInstallerBytes),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(mostUpdateFiles),
})
export type UpdateManifest = z.infer<typeof updateManifest>

/** What is signed: these words, then the bytes of the manifest as they lie in the package. */
export const updateSignatureContext = 'records-desk-update/v1\n'

/** Names inside the package, a plain zip. */
export const manifestName = 'manifest.json'
export const signatureName = 'manifest.sig'
export const updateFolder = 'files'

/** Ending of the one file that travels. */
export const updateEnding = '.rdupdate'
