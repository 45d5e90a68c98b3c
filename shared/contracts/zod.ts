import { z } from 'zod'

// zod would try `new Function` to compile its shapes; our pages forbid it, and even the attempt is a policy violation.
z.config({ jitless: true })

export { z }
