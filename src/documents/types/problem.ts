import { BotError } from "../../core/errors.ts";

/** One fault in the data of document types: where it stands and what to do about it. */
export interface TypeProblem {
  /** From the folder of all packs, with forward slashes; or the tenant's file. */
  readonly file: string;
  readonly line?: number;
  readonly field?: string;
  readonly error: BotError;
}

interface Fault {
  readonly file: string;
  readonly line?: number | undefined;
  readonly field?: string | undefined;
  /** What is wrong, as the end of a sentence that begins with the place. */
  readonly fault: string;
  readonly remedy: string;
}

/** A fault with its `pack.invalid` error, the way `doctor` lists it. */
export function typeProblem({ file, line, field, fault, remedy }: Fault): TypeProblem {
  const place = line === undefined ? file : `${file}:${line}`;
  const subject = field === undefined || field === "" ? place : `${place}: ${field}`;
  const error = new BotError("pack.invalid", `${subject}: ${fault}. ${remedy}`, {
    forUser: {
      zh: "有一种文书的定义填写有误，已通知管理员。",
      en: "The definition of a document type is faulty; the administrator has been told.",
    },
    file: place,
    remedy,
    ...(field === undefined ? {} : { field }),
  });
  return {
    file,
    error,
    ...(line === undefined ? {} : { line }),
    ...(field === undefined ? {} : { field }),
  };
}
