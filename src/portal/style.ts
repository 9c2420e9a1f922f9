import { createHash } from 'node:crypto'

/** The portal's whole style: native controls, no flex gap alone for spacing, nothing fetched. Red is #B8261B (6.3:1 on white). */
export const style = `
:root{--red:#b8261b;--deep:#a42018;--ink:#1f1f1f;--soft:#595959;--line:#d9d9d9;--paper:#fff;--ground:#f5f5f5}
*{box-sizing:border-box}
html{font-size:16px;-webkit-text-size-adjust:100%}html.large{font-size:22px}
body{margin:0;background:var(--ground);color:var(--ink);font-family:-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;line-height:1.6;overflow-wrap:anywhere}
a{color:var(--deep)}
:focus-visible{outline:3px solid #1d5fbf;outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px;z-index:9}
header{background:var(--red);color:#fff}
.banner{margin:0;padding:4px 16px;background:#fff4d6;color:var(--ink);text-align:center;font-size:.9rem}.banner a{display:inline-block;padding:10px 4px}
.bar,main,footer{max-width:960px;margin:0 auto;padding:0 16px}
.bar{display:flex;flex-wrap:wrap;align-items:center;padding-top:8px;padding-bottom:8px}
.brand{color:#fff;font-size:1.25rem;font-weight:700;text-decoration:none;margin-right:auto;padding:8px 16px 8px 0}
.brand small{font-size:.8rem;font-weight:400;margin-left:8px}
nav{display:flex;flex-wrap:wrap}
nav a,nav .link{color:#fff;text-decoration:none;padding:10px;min-height:44px;display:inline-block}
nav a[aria-current]{font-weight:700;text-decoration:underline;text-underline-offset:6px}
nav a:focus-visible,nav .link:focus-visible,.brand:focus-visible{outline-color:#fff}
main{padding-top:16px;padding-bottom:32px;min-height:60vh}
h1{font-size:1.5rem;line-height:1.35;margin:.4em 0 .6em}h2{font-size:1.2rem;margin:1.4em 0 .5em}h3{font-size:1.05rem;margin:1em 0 .3em}
.card,.cards>li{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:16px;margin:0 0 12px}
.cards{list-style:none;margin:0;padding:0}
@media(min-width:720px){.cards.two{display:grid;grid-template-columns:1fr 1fr;grid-gap:12px}.cards.two>li{margin:0}}
.cards h2,.cards h3{margin:0 0 4px}
.card>h2:first-child,section>h2:first-child{margin-top:0}
.meta,.hint{color:var(--soft);font-size:.9rem;margin:.2em 0}
.tag{display:inline-block;border:1px solid var(--soft);border-radius:3px;padding:0 6px;font-size:.85rem;margin-right:6px}
.tag.hot{border-color:var(--deep);color:var(--deep)}
.field{margin:0 0 16px;border:0;padding:0}
.field label,.field legend{display:block;font-weight:600;padding:0}
.field .choice{font-weight:400;padding:10px 0;min-height:44px}
.sheet .choice{display:inline-block;margin-right:32px}.sheet .field{margin:0}
.must{color:var(--deep);margin-left:4px}
input:not([type=radio]):not([type=checkbox]):not([type=hidden]),select,textarea{width:100%;font:inherit;padding:9px 10px;border:1px solid #767676;border-radius:4px;background:#fff;color:inherit;min-height:44px}
input[inputmode=decimal],input[inputmode=numeric]{max-width:12em}
input[type=radio],input[type=checkbox]{width:20px;height:20px;vertical-align:-4px;margin:0 6px 0 0}
.wrong input,.wrong select,.wrong textarea{border:2px solid var(--deep)}
.error{color:var(--deep);margin:.2em 0;font-weight:600}
.problem{border:2px solid var(--deep);border-left-width:8px;background:#fff;padding:8px 16px;margin:0 0 16px;border-radius:4px}
.done{border:1px solid #1c6b3a;border-left-width:8px;background:#fff;color:#14502b;padding:8px 16px;border-radius:4px}
button{font:inherit;min-height:44px;padding:8px 20px;border-radius:4px;cursor:pointer;margin:0 8px 8px 0}
button.main,a.button{background:var(--red);color:#fff;border:1px solid var(--red)}
a.button{display:inline-block;text-decoration:none;padding:9px 20px;border-radius:4px;min-height:44px;margin:0 8px 8px 0}
button.plain{background:#fff;color:var(--ink);border:1px solid #767676}
button.link{background:none;border:0;padding:10px;margin:0;text-decoration:none}
.inline{display:inline}
table{border-collapse:collapse;width:100%;background:#fff}th,td{border:1px solid var(--line);padding:8px;text-align:left;vertical-align:top}thead th{background:#fafafa}
.wide{overflow-x:auto}.num{text-align:right;font-variant-numeric:tabular-nums}
dl{margin:0}dt{font-weight:600;margin-top:10px}dd{margin:0;white-space:pre-wrap}.said{white-space:pre-wrap}
mark{background:#ffe9a8;color:inherit;padding:0 1px}ins{background:#dff3e4;text-decoration:none;border-bottom:2px solid #1c6b3a}del{background:#fbe3e1;text-decoration:line-through}
details{margin:0 0 12px}summary{cursor:pointer;min-height:44px;padding:10px 0}
.empty{background:#fff;border:1px dashed #8c8c8c;border-radius:6px;padding:24px;text-align:center;color:var(--soft)}
.more{display:flex;justify-content:space-between}
footer{color:var(--soft);font-size:.9rem;border-top:1px solid var(--line);padding-top:12px;padding-bottom:24px}footer a{margin-right:16px;display:inline-block;padding:10px 0}
@media(min-width:720px){.filter{display:flex;flex-wrap:wrap;align-items:flex-end}.filter .field{margin:0 12px 0 0;flex:1 1 14em}.filter button{margin:0}}
@media(min-width:720px){.both{display:grid;grid-template-columns:1fr 1fr;grid-gap:16px}}.both .text{margin-top:0;white-space:pre-wrap}
figure{margin:0 0 8px}figure img{object-fit:contain;background:#fff}figcaption{color:var(--soft);font-size:.9rem}
@media print{header,footer,.skip,button{display:none}body{background:#fff}}
`.replace(/\n/g, '')

/** Changes with the style, so that browsers may keep it for a year. */
export const styleVersion = createHash('sha256').update(style).digest('hex').slice(0, 8)
