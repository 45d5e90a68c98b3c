/** 812 B, 340 KB, 2.4 MB: the same signs in Chinese and in English. A rest is rounded up, so that something is never nothing. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${Math.ceil(bytes / 1024)} KB`
  return bytes < 1024 ** 3 ? `${tenthsUp(bytes / 1024 ** 2)} MB` : `${tenthsUp(bytes / 1024 ** 3)} GB`
}

const tenthsUp = (amount: number): string => (Math.ceil(amount * 10) / 10).toFixed(1)
