/**
 * Bytes that must be free before an export begins. Each file is written once, in the folder that only gets another name at the end, so
 * the content counts once; every file may waste most of a cluster (128 KiB is the largest that formatting a stick chooses), and
 * 16 MiB are for folders, manifests and the file system's own tables.
 */
export const spaceNeeded = ({ bytes, files }: { readonly bytes: number; readonly files: number }): number =>
  bytes + files * clusterBytes + sideBytes

const clusterBytes = 128 * 1024
const sideBytes = 16 * 1024 * 1024
