/** Whole megabytes, rounded up, with marks between thousands: of a size beside the one that a bar counts up to. */
export const megabytesOf = (bytes: number): string => Math.ceil(bytes / 1_048_576).toLocaleString('en')
