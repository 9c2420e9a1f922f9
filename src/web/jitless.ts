import * as z from 'zod/mini'

// zod would try `new Function` while contracts are declared, which our content policy forbids and reports
z.config({ jitless: true })
