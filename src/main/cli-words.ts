import { fill, type Language, type Said } from '#basics/messages.ts'

const words = {
  usage: {
    zh: `航标命令行

  hangbiao verify 文件 [--root 根哈希]   不用服务器和数据库，重新计算一次评选运行文件
  hangbiao rules template [--out 路径]   写一个空白的考核细则模板（Excel）
  hangbiao rules lint 文件               检查考核细则（Excel 或 JSON），不能发布时退出码为 1
  hangbiao score --rules 文件 --facts-template [--out 路径]
                                         按这份细则写一个事实模板（Excel），填好后作 --facts
  hangbiao score --rules 文件 --facts 文件 [--population] [--json|--xlsx [--out 路径]]
                                         按细则计分；--population 与其他支部比较并套用名额
  hangbiao score --rules 文件 --facts 文件 --explain 支部
                                         逐条说明一个支部的得分
  hangbiao trace 数的名称                打开一个数：列出相加成它的每条记录，并重新相加核对
                                         如 hangbiao trace '检查客渡船@珠海海事局党委 2026-01-01..2026-03-31'
  hangbiao user list                     列出本机数据目录（DATA_DIR）中的账号
  hangbiao fsck                          按 SHA-256 核对佐证文件与数据库：缺失、改动、多余的文件
  hangbiao 操作名 [--字段 值 ...]        向服务器办理一项操作，如 hangbiao readTheme --theme 编号
  hangbiao call 操作名 '{"字段": 值}'    同上，字段以 JSON 给出；写 - 则从标准输入读
  hangbiao help [操作名]                 本说明；列出全部操作；或一项操作的字段

选项：--lang zh|en 语言；--file 路径 上传的文件；--out 路径 下载保存到何处；--key 文字 重试时用同一个，不会重复办理
环境：HANGBIAO_URL 服务器地址（默认 http://127.0.0.1:8080）；HANGBIAO_TOKEN 令牌，或用 --token-file 文件
退出码：0 成功；1 被拒绝或核对不符；2 用法不对、文件不可读或没有数据`,
    en: `The command line of Hangbiao

  hangbiao verify FILE [--root HEX]      recomputes the run of a selection, without server or database
  hangbiao rules template [--out PATH]   writes an empty rule sheet to fill in (Excel)
  hangbiao rules lint FILE               checks a rule sheet (Excel or JSON); ends with 1 when it cannot be issued
  hangbiao score --rules FILE --facts-template [--out PATH]
                                         writes a place for every fact of the sheet (Excel); filled in, it is --facts
  hangbiao score --rules FILE --facts FILE [--population] [--json|--xlsx [--out PATH]]
                                         scores by a rule sheet; --population compares branches and applies quotas
  hangbiao score --rules FILE --facts FILE --explain BRANCH
                                         explains the score of one branch, clause by clause
  hangbiao trace FIGURE                  opens a figure: every record that makes it up, added up again here
                                         hangbiao trace '检查客渡船@珠海海事局党委 2026-01-01..2026-03-31'
  hangbiao user list                     lists the accounts of the data directory here (DATA_DIR)
  hangbiao fsck                          compares evidence files with the database by SHA-256: missing, altered, left over
  hangbiao OPERATION [--field value ...] asks the server for one operation: hangbiao readTheme --theme ID
  hangbiao call OPERATION '{"field": 1}' the same, the fields as JSON; - reads it from standard input
  hangbiao help [OPERATION]              this page; every operation; or the fields of one

Options: --lang zh|en; --file PATH a file to send; --out PATH where a download is kept; --key TEXT the same when trying again: nothing is done twice
Environment: HANGBIAO_URL the server (http://127.0.0.1:8080 when not given); HANGBIAO_TOKEN the token, or --token-file FILE
Exit codes: 0 done; 1 refused, or it does not hold; 2 used wrongly, a file that cannot be read, or nothing there`,
  },
  operations: { zh: '全部操作：', en: 'Every operation:' },
  unknownCommand: {
    zh: '没有名为“{name}”的命令或操作；hangbiao help 列出全部。',
    en: 'There is no command or operation named “{name}”; hangbiao help lists them all.',
  },
  missingValue: { zh: '选项 {name} 后面缺少值。', en: 'The option {name} needs a value.' },
  strayWord: { zh: '不明白这里的“{word}”。', en: 'What is “{word}” doing here?' },
  missingParam: { zh: '缺少 --{name}。', en: '--{name} is missing.' },
  noTokenInWords: {
    zh: '令牌不能写在命令行上（别人看得到）：请放进环境变量 HANGBIAO_TOKEN，或用 --token-file 指定文件。',
    en: 'A token does not belong on the command line, where others can see it: put it into HANGBIAO_TOKEN, or name its file with --token-file.',
  },
  notJson: {
    zh: '字段应写成一个 JSON 对象，如 \'{"theme":"…"}\'。',
    en: 'Fields are one JSON object, like \'{"theme":"…"}\'.',
  },
  notAnAddress: { zh: 'HANGBIAO_URL 不是网址：{url}', en: 'HANGBIAO_URL is not an address: {url}' },
  noAnswer: { zh: '连不上服务器 {url}：{why}', en: 'The server {url} does not answer: {why}' },
  strangeAnswer: {
    zh: '服务器的回答看不懂（状态 {status}），HANGBIAO_URL 指的是航标吗？',
    en: 'The answer of the server makes no sense (status {status}); is HANGBIAO_URL a Hangbiao?',
  },
  kept: { zh: '已保存到 {path}', en: 'Kept in {path}' },
  fileThere: { zh: '{path} 已经存在，没有改动它。', en: '{path} is there already; it was not touched.' },
  cannotRead: { zh: '读不了文件 {path}：{why}', en: 'The file {path} cannot be read: {why}' },
  rows: { zh: '共 {count} 个账号（{count} rows）', en: '{count} rows' },
  fsckNothingHere: {
    zh: '{path} 处没有航标的数据（或尚未完成首次启动），没有核对任何文件。请检查 DATA_DIR 和 DATABASE_URL。',
    en: 'There is no installation at {path}, or its first start did not end; no file was compared. Check DATA_DIR and DATABASE_URL.',
  },
  fsckMissing: { zh: '✗ 缺失 {place} {name}', en: '✗ missing {place} {name}' },
  fsckAltered: { zh: '✗ 内容已改动 {place} {name}', en: '✗ altered {place} {name}' },
  fsckUnreadable: { zh: '✗ 读不出 {place} {name}', en: '✗ unreadable {place} {name}' },
  fsckUnknown: { zh: '✗ 多余（数据库中没有） {place}', en: '✗ left over, not in the database {place}' },
  fsckHolds: {
    zh: '佐证文件 {files} 个（{bytes} 字节）与数据库一致。',
    en: '{files} evidence files ({bytes} bytes) agree with the database.',
  },
  fsckFails: {
    zh: '佐证文件 {files} 个（{bytes} 字节）与数据库一致，另有 {count} 处不符。请从备份恢复缺失和改动的文件；多余的文件无害。',
    en: '{files} evidence files ({bytes} bytes) agree with the database; {count} findings. Restore missing and altered files from a backup; left-over ones do no harm.',
  },
  traceUsage: {
    zh: "用法：hangbiao trace '检查客渡船@珠海海事局党委 2026-01-01..2026-03-31'",
    en: "Usage: hangbiao trace '检查客渡船@珠海海事局党委 2026-01-01..2026-03-31'",
  },
  traceHolds: { zh: '重新相加：{value}，一致', en: 'Added up again: {value}; it holds' },
  traceFails: { zh: '重新相加：{value}，不一致', en: 'Added up again: {value}; it does not hold' },
  lintUsage: {
    zh: '用法：hangbiao rules lint 文件，或 hangbiao rules template [--out 路径]',
    en: 'Usage: hangbiao rules lint FILE, or hangbiao rules template [--out PATH]',
  },
  scoreUsage: {
    zh: '用法：hangbiao score --rules 文件 --facts 文件 [--population] [--json|--xlsx [--out 路径]] [--explain 支部]；或 hangbiao score --rules 文件 --facts-template [--out 路径]',
    en: 'Usage: hangbiao score --rules FILE --facts FILE [--population] [--json|--xlsx [--out PATH]] [--explain BRANCH]; or hangbiao score --rules FILE --facts-template [--out PATH]',
  },
  lintResult: {
    zh: '不能发布的 {errors} 处，提示 {remarks} 处。',
    en: '{errors} bar issuing, {remarks} remarks.',
  },
  noSuchBranch: { zh: '事实文件中没有“{name}”。', en: 'There is no “{name}” in the file of facts.' },
  verifyUsage: {
    zh: '用法：hangbiao verify 文件 [--root 根哈希] [--lang zh|en]',
    en: 'Usage: hangbiao verify FILE [--root HEX] [--lang zh|en]',
  },
  notARoot: { zh: '根哈希应为 64 位十六进制数字。', en: 'A root is 64 hexadecimal digits.' },
  notAJsonFile: { zh: '{path} 不是 JSON 文件，无法核对。', en: '{path} is not JSON; there is nothing to verify.' },
  title: { zh: '评选：{title}', en: 'Selection: {title}' },
  sheet: {
    zh: '考核细则：{title}（{code}，{year}年），哈希已重算',
    en: 'Rule sheet: {title} ({code}, {year}), hash recomputed',
  },
  inputs: {
    zh: '输入：{count} 项（支部 {branches}、事实 {facts}、裁定 {rulings}），逐项哈希已重算',
    en: 'Inputs: {count} (branches {branches}, facts {facts}, rulings {rulings}), each hash recomputed',
  },
  result: {
    zh: '结果：{branches} 个支部的得分、等次、前置条件、名额与命名已重算，命名 {named} 个',
    en: 'Result: scores, levels, gates, quotas and naming of {branches} branches recomputed, {named} named',
  },
  root: { zh: '根哈希：{root}', en: 'Root: {root}' },
  rootCompared: { zh: '与公布的根哈希一致。', en: 'It is the root that was posted.' },
  rootNotCompared: {
    zh: '注意：文件自带的根哈希只证明文件前后一致；请用 --root 与公布的根哈希比对。',
    en: 'Note: a file that holds its own root proves only that it agrees with itself; compare with the posted one by --root.',
  },
  holds: { zh: '核对通过：没有发现不符之处。', en: 'It holds: nothing differs.' },
  fails: { zh: '核对不通过：{count} 处不符', en: 'It does not hold: {count} findings' },
  unreadable: { zh: '文件不可读取：', en: 'The file cannot be read:' },
} satisfies Record<string, Said>

export type Word = keyof typeof words
export type Speak = (word: Word, details?: Record<string, string | number>) => string

/** The sentences of the command line in one language. */
export function speaker(language: Language): Speak {
  return (word, details = {}) => fill(words[word][language], details)
}
