import { describe, expect, it } from "vitest";
import { gradeLayout } from "../../../src/documents/grade/index.ts";
import { changed, made } from "../layout/made.ts";
import { SAMPLES } from "../layout/samples.ts";
import { BROKEN } from "./broken.ts";

const failing = ({ points }: Awaited<ReturnType<typeof gradeLayout>>) => points.filter(({ ok }) => !ok);

describe("grading a document by GB/T 9704", () => {
  it.each(Object.entries(SAMPLES))(
    "finds nothing wrong with our own %s, and knows its form",
    async (name, { form }) => {
      const grade = await gradeLayout(await made(name));
      expect(failing(grade).map(({ message }) => message.zh)).toEqual([]);
      expect(grade.score).toBe(100);
      expect(grade.form).toBe(form);
      expect(grade.points.length).toBeGreaterThan(12);
    },
  );

  it.each(BROKEN)("names $point for $what", async ({ sample, part, from, to, point }) => {
    const bytes = await changed(await made(sample), part, (text) => text.replace(from, to));
    const grade = await gradeLayout(bytes, { form: SAMPLES[sample]?.form });
    const named = failing(grade);
    expect(named.map(({ id }) => id)).toContain(point);
    expect(grade.score).toBeLessThan(100);
    // one fault is told once: what follows from it may be named beside it, not half the page
    expect(named.length).toBeLessThanOrEqual(3);
    expect(new Set(grade.points.map(({ id }) => id)).size).toBe(grade.points.length);
  });
});
