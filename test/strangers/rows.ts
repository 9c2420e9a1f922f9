import { accountRows } from './rows-account.ts'
import { assessmentRows } from './rows-assessment.ts'
import { boardRows } from './rows-board.ts'
import { buildingRows, evidenceRows, suggestionRows } from './rows-building.ts'
import { callRows } from './rows-call.ts'
import { cycleRows, holidayRows } from './rows-cycle.ts'
import { dutyRows } from './rows-duty.ts'
import { gateRows } from './rows-gate.ts'
import { importRows } from './rows-import.ts'
import { markRows } from './rows-mark.ts'
import { organisationRows } from './rows-organisation.ts'
import { paperRows } from './rows-paper.ts'
import { peopleRows } from './rows-people.ts'
import { problemRows } from './rows-problem.ts'
import { publicityRows } from './rows-publicity.ts'
import { questionnaireRows } from './rows-questionnaire.ts'
import { reorganisationRows } from './rows-reorganisation.ts'
import { revisionRows } from './rows-revision.ts'
import { scoringRows } from './rows-scoring.ts'
import { selectionRows } from './rows-selection.ts'
import { taskRows } from './rows-task.ts'
import { noticeRows, themeRows } from './rows-theme.ts'
import { yearlyRows } from './rows-yearly.ts'
import type { Table } from './table.ts'

/** The one table of expected answers. An operation without a row fails the suite. */
export const table: Table = {
  ...accountRows,
  ...organisationRows,
  ...peopleRows,
  ...importRows,
  ...cycleRows,
  ...holidayRows,
  ...boardRows,
  ...markRows,
  ...dutyRows,
  ...buildingRows,
  ...evidenceRows,
  ...taskRows,
  ...problemRows,
  ...suggestionRows,
  ...questionnaireRows,
  ...themeRows,
  ...gateRows,
  ...noticeRows,
  ...paperRows,
  ...callRows,
  ...revisionRows,
  ...yearlyRows,
  ...publicityRows,
  ...scoringRows,
  ...assessmentRows,
  ...selectionRows,
  ...reorganisationRows,
}
