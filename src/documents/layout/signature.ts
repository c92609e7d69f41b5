import type { Paragraph } from "docx";
import type { Grid } from "./measure.ts";
import { widthOf } from "./measure.ts";
import { blankLines, line } from "./pieces.ts";
import { STYLE } from "./styles.ts";

const RIGHT_OF_SEALED_DATE = 4; // characters, 7.3.5.1
const RIGHT_OF_NAME = 2; // 7.3.5.2
const DATE_AFTER_NAME = 2;
// a seal of 42 mm centred a little below the name reaches two lines up, and may not come nearer than one line
const LINES_FOR_SEAL = 2;
const LINES_WITHOUT_SEAL = 1;

/** Agency and date, with the place for a seal (7.3.5.1) or without (7.3.5.2); kept on a page with what is before. */
export function signature(agency: string, date: string, isSealed: boolean, grid: Grid): Paragraph[] {
  const indents = isSealed ? sealed(agency, date, grid) : plain(agency, date, grid);
  const keepNext = true;
  return [
    ...blankLines(isSealed ? LINES_FOR_SEAL : LINES_WITHOUT_SEAL, { keepNext }),
    ...(agency === ""
      ? []
      : [line(agency, STYLE.signature, { indent: { right: indents.agency }, keepNext })]),
    line(date, STYLE.signature, { indent: { right: indents.date } }),
  ];
}

interface Indents {
  readonly agency: number;
  readonly date: number;
}

/** The date four characters from the right, the agency centred on it; further left when the agency needs the room. */
function sealed(agency: string, date: string, grid: Grid): Indents {
  const beside = Math.round((widthOf(agency, grid) - widthOf(date, grid)) / 2);
  const right = Math.max(RIGHT_OF_SEALED_DATE * grid.characterPitch, beside);
  return { agency: right - beside, date: right };
}

/** The agency two characters from the right, the date beginning two characters after the agency's first. */
function plain(agency: string, date: string, grid: Grid): Indents {
  const { characterPitch: pitch } = grid;
  const longer = widthOf(agency, grid) - widthOf(date, grid);
  const right = RIGHT_OF_NAME * pitch;
  const dateRight = right + longer - DATE_AFTER_NAME * pitch;
  if (dateRight >= right) return { agency: right, date: dateRight };
  // a date longer than the name takes the two characters, and the name gives way (7.3.5.2)
  return { agency: right + DATE_AFTER_NAME * pitch - longer, date: right };
}
