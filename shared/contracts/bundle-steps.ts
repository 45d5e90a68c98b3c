/** Of a check. `again`: as `reading`, of what lies in quarantine since an import ended in the middle. Bytes, or acts where it says so. */
export const checkingSteps = ['reading', 'again', 'files', 'acts', 'comparing'] as const
/** Sealed files in bytes, then acts. */
export const applyingSteps = ['blobs', 'taking'] as const
