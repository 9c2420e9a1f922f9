// Who may import whom. `npm test` checks it; ARCHITECTURE.md explains it.

/** The programme's folders, and which others each one may use. Read it as a sentence. */
const uses = {
  organisation: [],
  cycle: ['organisation'],
  duty: ['organisation', 'cycle'],
  notice: ['organisation', 'cycle', 'duty'],
  theme: ['organisation', 'cycle', 'duty', 'notice'],
  burden: ['organisation', 'cycle'],
  building: ['organisation', 'cycle', 'duty', 'theme', 'burden'],
  questionnaire: ['organisation', 'cycle', 'burden'],
  problem: ['organisation', 'cycle', 'duty', 'building'],
  outcome: ['organisation', 'building'],
  publicity: ['organisation', 'cycle', 'duty', 'notice', 'theme', 'building'],
  scoring: ['organisation', 'cycle'],
  assessment: ['organisation', 'cycle', 'duty', 'theme', 'building', 'scoring'],
  selection: ['organisation', 'cycle', 'duty', 'theme', 'assessment', 'scoring', 'notice'],
  reorganisation: ['organisation', 'cycle', 'duty', 'notice', 'theme', 'building', 'assessment', 'selection', 'publicity', 'problem', 'questionnaire'],
}

const tests = '\\.test\\.tsx?$'
const capability = '^src/(?:programme|support)/[^/]+'
const pure = ['^src/basics/', `${capability}/rules/`, `${capability}/(contract|messages)[a-z-]*\\.ts$`]
const screens = [`${capability}/ui/`, `${capability}/pages/`, '^src/web/', '^src/portal/', '^src/main/pages/']

module.exports = {
  forbidden: [
    ...Object.entries(uses).map(([folder, allowed]) => ({
      name: `${folder}-uses-only-what-it-may`,
      comment: `${folder} may use: ${allowed.join(', ') || 'no other capability'}. Change the table above if the programme changed.`,
      severity: 'error',
      from: { path: `^src/programme/${folder}/`, pathNot: tests },
      to: { path: '^src/programme/[^/]+/', pathNot: `^src/programme/(${[folder, ...allowed].join('|')})/` },
    })),
    {
      name: 'every-capability-is-in-the-table',
      comment: 'Add the folder to the table at the top of this file.',
      severity: 'error',
      from: { path: '^src/programme/[^/]+/', pathNot: `^src/programme/(${Object.keys(uses).join('|')})/` },
      to: {},
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules, contracts and messages reach nothing but other pure files (a contract may use zod). They run in a browser and in a test without a mock.',
      severity: 'error',
      from: { path: pure, pathNot: tests },
      to: { pathNot: [...pure, '(^|/)node_modules/zod/'] },
    },
    {
      name: 'rules-need-no-package',
      severity: 'error',
      from: { path: `${capability}/rules/`, pathNot: tests },
      to: { path: '(^|/)node_modules/' },
    },
    {
      name: 'scoring-stands-alone',
      comment: 'The engine can be published as a library: it knows facts and sheets, and imports nothing but basics.',
      severity: 'error',
      from: { path: '^src/programme/scoring/rules/', pathNot: tests },
      to: { pathNot: ['^src/basics/', '^src/programme/scoring/rules/'] },
    },
    {
      name: 'a-store-is-private',
      comment: "Only a capability touches its own tables: ask its actions or its reads instead.",
      severity: 'error',
      from: { path: '^src/(?:programme|support)/([^/]+)/', pathNot: tests },
      to: { path: '^src/(?:programme|support)/[^/]+/(store[^/]*|jobs)\\.ts$', pathNot: '^src/(?:programme|support)/$1/' },
    },
    {
      name: 'only-stores-and-reads-speak-sql',
      severity: 'error',
      from: { pathNot: ['/(store|reads)[^/]*\\.ts$', '^src/platform/', '^src/main/', '^test/', tests] },
      to: { path: '(^|/)node_modules/(kysely|pg)/' },
    },
    {
      name: 'screens-ask-the-api',
      comment: 'A screen knows contracts, rules and messages, never actions, stores, reads or the platform.',
      severity: 'error',
      from: { path: screens, pathNot: tests },
      to: { path: ['/(actions|store|reads|jobs)[^/]*\\.ts$', '^src/platform/', '^src/main/(?!pages/|portal-pages|demo/(contract|messages))'] },
    },
    {
      name: 'react-stays-in-screens',
      severity: 'error',
      from: { path: '^src/', pathNot: [...screens, '^src/main/(portal-pages|application|lend)\\.ts$', tests] },
      to: { path: ['\\.tsx$', '(^|/)node_modules/(react|react-dom|@tanstack)/'] },
    },
    {
      name: 'antd-stays-at-the-desk',
      severity: 'error',
      from: { path: '^src/', pathNot: [`${capability}/ui/`, '^src/web/'] },
      to: { path: '(^|/)node_modules/(antd|@ant-design)/' },
    },
    {
      name: 'exceljs-stays-in-one-place',
      comment: 'Spreadsheets are read and written by support/spreadsheet alone, so that the library can be changed.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/support/spreadsheet/'] },
      to: { path: '(^|/)node_modules/exceljs/' },
    },
    {
      name: 'platform-knows-no-business-word',
      severity: 'error',
      from: { path: ['^src/platform/', '^src/basics/', '^src/portal/', '^src/web/(api|theme|language)'] },
      to: { path: ['^src/programme/', '^src/main/'] },
    },
    {
      name: 'support-does-not-know-the-programme',
      severity: 'error',
      from: { path: '^src/support/', pathNot: tests },
      to: { path: ['^src/programme/', '^src/main/'] },
    },
    {
      name: 'main-is-the-top',
      comment: 'Entry points put the parts together; nothing imports them back.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main/', tests] },
      to: { path: '^src/main/' },
    },
    {
      name: 'no-cycles',
      comment: 'Types may name each other; code may not.',
      severity: 'error',
      from: { pathNot: tests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'nothing-unused',
      severity: 'error',
      from: { orphan: true, pathNot: [tests, '\\.d\\.ts$', '^src/web/', '\\.sql$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default', 'node'],
    },
  },
}
