import { BotError } from "../../core/errors.ts";

/** One fault in a pack: a sentence that names the place and what to do about it. */
export interface PackProblem {
  readonly pack: string;
  /** From the folder of all packs, with forward slashes. */
  readonly file: string;
  readonly line?: number;
  readonly field?: string;
  readonly error: BotError;
}

export interface Fault {
  readonly file: string;
  readonly line?: number | undefined;
  readonly field?: string | undefined;
  /** What is wrong, as the end of a sentence that begins with the place. */
  readonly fault: string;
  readonly remedy: string;
}

/** A fault as the list of problems shows it, with its `pack.invalid` error. */
export function problem(pack: string, { file, line, field, fault, remedy }: Fault): PackProblem {
  const place = line === undefined ? file : `${file}:${line}`;
  const subject = field === undefined || field === "" ? place : `${place}: ${field}`;
  const error = new BotError("pack.invalid", `${subject}: ${fault}. ${remedy}`, {
    forUser: {
      zh: "知识库有一处填写有误，已通知管理员。",
      en: "A part of the knowledge base is faulty; the administrator has been told.",
    },
    file: place,
    remedy,
    ...(field === undefined ? {} : { field }),
  });
  return {
    pack,
    file,
    error,
    ...(line === undefined ? {} : { line }),
    ...(field === undefined ? {} : { field }),
  };
}
