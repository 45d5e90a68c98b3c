import type { CustomScheme } from 'electron'
import { appScheme } from './origins'

/** Without `standard` and `secure` a page of ours would have no IndexedDB, no workers and no fetch. */
export const schemePrivileges: CustomScheme[] = [
  {
    scheme: appScheme,
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      codeCache: true,
      allowServiceWorkers: false,
      corsEnabled: false,
      bypassCSP: false,
    },
  },
]
