import { enableCompileCache } from "node:module";
import { Command, InvalidArgumentError, Option } from "commander";

// compiled code is kept between runs: a command then starts in a third of the time
enableCompileCache();

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = DAY.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError("a day is written YYYY-MM-DD, for example 2026-11-23.");
  return text;
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("a whole number above 0 is needed.");
  return number;
}

// whoever reads our output may stop reading: `bangban … | head` is no failure
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const program = new Command("bangban")
  .description("帮办 · a clerk for the group chats of public institutions")
  .version("0.1.0")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

/** A command with the options that all of them share. */
const command = (name: string, what: string): Command =>
  program
    .command(name)
    .description(what)
    .option("--data <dir>", "folder for everything the bot keeps (default: ./data)")
    .option("--today <day>", "the day that rules and answers take as today", day)
    .addOption(new Option("--lang <language>", "language of remarks and errors").choices(["zh", "en"]))
    .option("--json", "one JSON document on standard output");

command("start", "run every configured adapter; with nothing configured, the web page on this machine")
  .option("--port <port>", "port of the web page")
  .action(async (options) => (await import("./commands/start.ts")).start(options));

command("chat", "talk to the bot in this terminal")
  .option("--as <role>", "speak with this role (default: citizen)")
  .action(async (options) => (await import("./commands/chat.ts")).chat(options));

command("ask", "one question through the whole pipeline")
  .argument("[text]", "the question")
  .option("--as <role>", "ask with this role (default: citizen)")
  .option("--agent <pack>", "ask this agent")
  .option("--room <name>", "ask in this room of the institution's file")
  .option("--conversation <id>", "turns of one conversation share memory, also across processes")
  .option("--user <id>", "who asks")
  .option("--batch <file>", "JSON lines of {id, text, …}")
  .action(async (text, options) => (await import("./commands/ask.ts")).ask(text, options));

command("ingest", "read folders and files into the knowledge base, changed ones only")
  .argument("<paths...>", "folders and files")
  .option("--collection <name>", "the collection they belong to")
  .option(
    "--audience <roles>",
    "who may read a new collection, comma-separated (default: everybody but the public)",
  )
  .addOption(new Option("--as <kind>", "what they are").choices(["articles", "files", "statutes"]))
  .action(async (paths, options) => (await import("./commands/ingest.ts")).ingest(paths, options));

command("search", "ranked passages")
  .argument("[text]", "what to look for")
  .option("--collection <name>", "only this collection")
  .option("--k <count>", "how many", count)
  .option("--on <day>", "only text in force on this day", day)
  .option("--batch <file>", "JSON lines of {id, text, …}")
  .action(async (text, options) => (await import("./commands/search.ts")).search(text, options));

command("cite", "find and verify every citation of a law in a text")
  .argument("[text]", "the text, or - to read it from standard input")
  .option("--on <day>", "the day the text is written on (default: today)")
  .option("--act-on <day>", "the day of the act that the law is applied to")
  .option("--batch <file>", "JSON lines of {id, text, on, actOn}")
  .action(async (text, options) => (await import("./commands/cite.ts")).cite(text, options));

command("statute", "a law, or an article of it, as it stands on a day, with its editions")
  .argument("<name>", "the law's name, in full or short")
  .argument("[article]", "59, 第五十九条 or 120-1")
  .option("--on <day>", "the text in force on this day (default: today)")
  .option("--compare <days>", "two days, comma-separated: how the article differs between them")
  .action(async (name, article, options) =>
    (await import("./commands/statute.ts")).statute(name, article, options),
  );

command("ledger", "the ledger of laws that ships with the project, made anew from a collection")
  .argument("<what>", "build")
  .argument("<folder>", "a collection in the LawRefBook layout")
  .option("--collection <name>", "what the collection is called (default: the folder's name)")
  .option("--out <folder>", "write here instead of over the ledger that ships")
  .action(async (what, folder, options) =>
    (await import("./commands/ledger.ts")).ledger(what, folder, options),
  );

const deadline = command("deadline", "a legal period computed, with its working day by day")
  .argument("[kind]", "which period; see --list")
  .option("--list", "every kind of period with its article and options")
  .option("--add-year <file>", "add the official holidays of a year from a file")
  .option("--batch <file>", "JSON lines of {id, kind, from, …}")
  .action(async (kind, options) => (await import("./commands/deadline.ts")).deadline(kind, options));

command("draft", "a document from facts, without a model; its types and the form of their facts")
  .argument("[type]", "a type's id or name: inspection-record, 现场检查笔录")
  .option("--facts <file>", "the facts, as JSON")
  .option("--tenant <file>", "the institution's own data, as YAML (default: the one of BANGBAN_CONFIG)")
  .option("--out <file>", "write the document here, as .docx")
  .option("--list", "every type of document")
  .option("--schema", "the form of the type's facts, as JSON Schema")
  .action(async (type, options) => (await import("./commands/draft.ts")).draft(type, options));

command("check", "rules and citations over a case file, a .docx or a text; the layout of a .docx")
  .argument("<file>", "a case or facts as .json, or a finished .docx, .md, .txt")
  .option("--type <type>", "what kind of document it is, where it does not say so itself")
  .option("--tenant <file>", "the institution's own data, as YAML")
  .action(async (file, options) => (await import("./commands/check.ts")).check(file, options));

command("evaluate", "score questions of a pack, a collection or a file; name what fell")
  .argument("<pack>", "a pack's or a collection's name, or a .jsonl file")
  .option("--collection <name>", "where the questions of a file look")
  .option("--gate", "exit with 1 when anything fell since the last run")
  .action(async (pack, options) => (await import("./commands/evaluate.ts")).evaluate(pack, options));

command("gaps", "questions that nothing answered, and cards to be written from them")
  .argument("[action]", "close or draft; nothing lists them")
  .argument("[id]", "the number of the question")
  .option("--pack <name>", "the pack the draft card is for")
  .option("--closed", "those that were closed")
  .action(async (action, id, options) => (await import("./commands/gaps.ts")).gaps(action, id, options));

command("doctor", "what is configured, reachable, stale or broken, and what to do").action(async (options) =>
  (await import("./commands/doctor.ts")).doctor(options),
);

command("mask", "what a model would see of the text on standard input")
  .option("--batch <file>", "JSON lines of {id, text}")
  .action(async (options) => (await import("./commands/mask.ts")).mask(options));

command("audit", "the chained record")
  .argument("<what>", "verify or export")
  .action(async (what, options) => (await import("./commands/audit.ts")).audit(what, options));

// its options come from the table of legal periods, which no other command should wait for
if (process.argv[2] === deadline.name())
  (await import("./commands/deadline.ts")).withDeadlineOptions(deadline);

await program.parseAsync();
