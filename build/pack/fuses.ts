import { flipFuses, FuseV1Options, FuseVersion, type FuseV1Config } from '@electron/fuses'

/**
 * All nine fuses of the binary, each said: a program that may be turned into plain Node, loaded from a loose folder or
 * debugged from outside is no program to keep a register of people in. Electron that grows a tenth fails the packaging.
 */
export const fuses: FuseV1Config & { readonly strictlyRequireAllFuses: true } = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true, // Windows and macOS check it; Linux does not
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // there is none of ours
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false, // pages come from app://
  [FuseV1Options.WasmTrapHandlers]: true, // Argon2id is WebAssembly and would be slow without
}

/**
 * For a binary that end-to-end tests shall drive, and that is handed out to nobody: Playwright speaks to main through Node's
 * inspector, which the fuse of the released one keeps shut.
 */
export const drivableFuses: typeof fuses = { ...fuses, [FuseV1Options.EnableNodeCliInspectArguments]: true }

/** Sets them in a packed binary, before it is signed. */
export const setFuses = (binary: string, as = fuses): Promise<number> => flipFuses(binary, as)
