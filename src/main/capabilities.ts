import { capability } from '#platform/capability.ts'
import { assessmentActions, assessmentReach } from '#programme/assessment/actions.ts'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { assessmentMessages } from '#programme/assessment/messages.ts'
import { buildingActions, buildingReach } from '#programme/building/actions.ts'
import { measureActions, measureReach } from '#programme/building/actions-measure.ts'
import { taskActions, taskReach } from '#programme/building/actions-task.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { measureContract } from '#programme/building/contract-measure.ts'
import { taskContract } from '#programme/building/contract-task.ts'
import { buildingJobs } from '#programme/building/jobs.ts'
import { buildingMessages } from '#programme/building/messages.ts'
import { taskMessages } from '#programme/building/messages-task.ts'
import { burdenActions } from '#programme/burden/actions.ts'
import { burdenContract } from '#programme/burden/contract.ts'
import { burdenMessages } from '#programme/burden/messages.ts'
import { cycleActions, cycleReach } from '#programme/cycle/actions.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { cycleMessages } from '#programme/cycle/messages.ts'
import { dutyActions } from '#programme/duty/actions.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { dutyJobs } from '#programme/duty/jobs.ts'
import { dutyMessages } from '#programme/duty/messages.ts'
import { noticeActions, noticeReach } from '#programme/notice/actions.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { noticeMessages } from '#programme/notice/messages.ts'
import { organisationActions, organisationReach } from '#programme/organisation/actions.ts'
import { importActions, importReach } from '#programme/organisation/actions-import.ts'
import { structureActions } from '#programme/organisation/actions-structure.ts'
import { takingBackActions } from '#programme/organisation/actions-taking-back.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { importContract } from '#programme/organisation/contract-import.ts'
import { structureContract } from '#programme/organisation/contract-structure.ts'
import { takingBackContract } from '#programme/organisation/contract-taking-back.ts'
import { organisationJobs } from '#programme/organisation/jobs.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import { importMessages } from '#programme/organisation/messages-import.ts'
import { structureMessages } from '#programme/organisation/messages-structure.ts'
import { takingBackMessages } from '#programme/organisation/messages-taking-back.ts'
import { outcomeActions } from '#programme/outcome/actions.ts'
import { outcomeContract } from '#programme/outcome/contract.ts'
import { outcomeMessages } from '#programme/outcome/messages.ts'
import { problemActions, problemReach } from '#programme/problem/actions.ts'
import { problemContract } from '#programme/problem/contract.ts'
import { problemMessages } from '#programme/problem/messages.ts'
import { publicityActions, publicityReach } from '#programme/publicity/actions.ts'
import { publicityContract } from '#programme/publicity/contract.ts'
import { publicityMessages } from '#programme/publicity/messages.ts'
import { questionnaireActions, questionnaireReach } from '#programme/questionnaire/actions.ts'
import { questionnaireContract } from '#programme/questionnaire/contract.ts'
import { questionnaireJobs } from '#programme/questionnaire/jobs.ts'
import { questionnaireMessages } from '#programme/questionnaire/messages.ts'
import { reorganisationActions, reorganisationReach } from '#programme/reorganisation/actions.ts'
import { reorganisationContract } from '#programme/reorganisation/contract.ts'
import { reorganisationJobs } from '#programme/reorganisation/jobs.ts'
import { reorganisationMessages } from '#programme/reorganisation/messages.ts'
import { scoringActions, scoringReach } from '#programme/scoring/actions.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { scoringMessages } from '#programme/scoring/messages.ts'
import { selectionActions, selectionReach } from '#programme/selection/actions.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { selectionMessages } from '#programme/selection/messages.ts'
import { themeActions, themeReach } from '#programme/theme/actions.ts'
import { batchActions } from '#programme/theme/actions-batch.ts'
import { boardActions } from '#programme/theme/actions-board.ts'
import { callActions, callReach } from '#programme/theme/actions-call.ts'
import { markActions } from '#programme/theme/actions-mark.ts'
import { phraseActions, phraseReach } from '#programme/theme/actions-phrase.ts'
import { revisionActions } from '#programme/theme/actions-revision.ts'
import { routeActions } from '#programme/theme/actions-route.ts'
import { storyActions, storyReach } from '#programme/theme/actions-story.ts'
import { yearlyActions } from '#programme/theme/actions-yearly.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { batchContract } from '#programme/theme/contract-batch.ts'
import { boardContract } from '#programme/theme/contract-board.ts'
import { callContract } from '#programme/theme/contract-call.ts'
import { markContract } from '#programme/theme/contract-mark.ts'
import { phraseContract } from '#programme/theme/contract-phrase.ts'
import { revisionContract } from '#programme/theme/contract-revision.ts'
import { routeContract } from '#programme/theme/contract-route.ts'
import { storyContract } from '#programme/theme/contract-story.ts'
import { yearlyContract } from '#programme/theme/contract-yearly.ts'
import { themeJobs } from '#programme/theme/jobs.ts'
import { themeMessages } from '#programme/theme/messages.ts'
import { batchMessages } from '#programme/theme/messages-batch.ts'
import { boardMessages } from '#programme/theme/messages-board.ts'
import { callMessages } from '#programme/theme/messages-call.ts'
import { markMessages } from '#programme/theme/messages-mark.ts'
import { phraseMessages } from '#programme/theme/messages-phrase.ts'
import { revisionMessages } from '#programme/theme/messages-revision.ts'
import { routeMessages } from '#programme/theme/messages-route.ts'
import { storyMessages } from '#programme/theme/messages-story.ts'
import { yearlyMessages } from '#programme/theme/messages-yearly.ts'
import { accountActions, accountReach } from '#support/account/actions.ts'
import { accountContract } from '#support/account/contract.ts'
import { accountJobs } from '#support/account/jobs.ts'
import { accountMessages } from '#support/account/messages.ts'
import { evidenceActions, evidenceReach } from '#support/evidence/actions.ts'
import { evidenceContract } from '#support/evidence/contract.ts'
import { evidenceMessages } from '#support/evidence/messages.ts'
import { historyActions } from '#support/history/actions.ts'
import { historyContract } from '#support/history/contract.ts'
import { historyMessages } from '#support/history/messages.ts'
import { holidayActions } from '#support/holiday/actions.ts'
import { holidayContract } from '#support/holiday/contract.ts'
import { holidayMessages } from '#support/holiday/messages.ts'
import { suggestionActions, suggestionReach } from '#support/suggestion/actions.ts'
import { suggestionContract } from '#support/suggestion/contract.ts'
import { suggestionMessages } from '#support/suggestion/messages.ts'

/** Every capability. A new one adds its line here, its screens in `web/pages.ts` and its portal pages in `portal-pages.ts`. */
export const capabilities = [
  capability({
    contract: accountContract,
    actions: accountActions,
    reach: accountReach,
    jobs: accountJobs,
    messages: accountMessages,
  }),
  capability({
    contract: organisationContract,
    actions: organisationActions,
    reach: organisationReach,
    messages: organisationMessages,
  }),
  capability({ contract: structureContract, actions: structureActions, messages: structureMessages }),
  capability({
    contract: importContract,
    actions: importActions,
    reach: importReach,
    jobs: organisationJobs,
    messages: importMessages,
  }),
  capability({ contract: takingBackContract, actions: takingBackActions, messages: takingBackMessages }),
  capability({
    contract: buildingContract,
    actions: buildingActions,
    reach: buildingReach,
    jobs: buildingJobs,
    messages: buildingMessages,
  }),
  capability({ contract: measureContract, actions: measureActions, reach: measureReach, messages: taskMessages }),
  capability({ contract: taskContract, actions: taskActions, reach: taskReach, messages: taskMessages }),
  capability({ contract: problemContract, actions: problemActions, reach: problemReach, messages: problemMessages }),
  capability({ contract: outcomeContract, actions: outcomeActions, messages: outcomeMessages }),
  capability({ contract: burdenContract, actions: burdenActions, messages: burdenMessages }),
  capability({
    contract: questionnaireContract,
    actions: questionnaireActions,
    reach: questionnaireReach,
    jobs: questionnaireJobs,
    messages: questionnaireMessages,
  }),
  capability({ contract: cycleContract, actions: cycleActions, reach: cycleReach, messages: cycleMessages }),
  capability({
    contract: evidenceContract,
    actions: evidenceActions,
    reach: evidenceReach,
    messages: evidenceMessages,
  }),
  capability({ contract: historyContract, actions: historyActions, messages: historyMessages }),
  capability({ contract: holidayContract, actions: holidayActions, messages: holidayMessages }),
  capability({ contract: dutyContract, actions: dutyActions, jobs: dutyJobs, messages: dutyMessages }),
  capability({ contract: noticeContract, actions: noticeActions, reach: noticeReach, messages: noticeMessages }),
  capability({
    contract: themeContract,
    actions: themeActions,
    reach: themeReach,
    jobs: themeJobs,
    messages: themeMessages,
  }),
  capability({ contract: boardContract, actions: boardActions, messages: boardMessages }),
  capability({ contract: callContract, actions: callActions, reach: callReach, messages: callMessages }),
  capability({ contract: revisionContract, actions: revisionActions, messages: revisionMessages }),
  capability({ contract: batchContract, actions: batchActions, messages: batchMessages }),
  capability({ contract: phraseContract, actions: phraseActions, reach: phraseReach, messages: phraseMessages }),
  capability({ contract: markContract, actions: markActions, messages: markMessages }),
  capability({ contract: storyContract, actions: storyActions, reach: storyReach, messages: storyMessages }),
  capability({ contract: yearlyContract, actions: yearlyActions, messages: yearlyMessages }),
  capability({ contract: routeContract, actions: routeActions, messages: routeMessages }),
  capability({
    contract: publicityContract,
    actions: publicityActions,
    reach: publicityReach,
    messages: publicityMessages,
  }),
  capability({ contract: scoringContract, actions: scoringActions, reach: scoringReach, messages: scoringMessages }),
  capability({
    contract: assessmentContract,
    actions: assessmentActions,
    reach: assessmentReach,
    messages: assessmentMessages,
  }),
  capability({
    contract: selectionContract,
    actions: selectionActions,
    reach: selectionReach,
    messages: selectionMessages,
  }),
  capability({
    contract: reorganisationContract,
    actions: reorganisationActions,
    reach: reorganisationReach,
    jobs: reorganisationJobs,
    messages: reorganisationMessages,
  }),
  capability({
    contract: suggestionContract,
    actions: suggestionActions,
    reach: suggestionReach,
    messages: suggestionMessages,
  }),
]
