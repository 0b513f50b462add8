import { env } from 'cloudflare:test'
import { inject } from 'vitest'
