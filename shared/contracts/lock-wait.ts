/**
 * The automatic lock waits for an export or an import, which it would cancel: gigabytes onto a slow stick take longer than anybody
 * sits beside them. Not for ever: a desk that nobody watches is open meanwhile.
 */
export const longestLockWaitHours = 2
