import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // real processes are started and killed in some tests; a loaded two-core machine needs the room
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
