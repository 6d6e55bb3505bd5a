import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    expect: { requireAssertions: true },
    allowOnly: false,
    typecheck: { enabled: false },
  },
});
