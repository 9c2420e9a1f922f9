/** A notice on A4 after GB/T 9704, black on white; on the screen as a sheet where there is room. */
export const sheetStyle = `
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page tight{margin:25mm 24mm}
@page long{margin:25mm 24mm;@bottom-center{content:"— " counter(page) " —";font:14pt SimSun,"Noto Serif CJK SC",serif}}
.sheet{background:#fff;color:#000;padding:24px 16px;font-family:"仿宋_GB2312",FangSong_GB2312,FangSong,STFangsong,"Noto Serif CJK SC","Noto Serif SC",serif;line-height:1.8}
.sheet h2{font:700 2rem/1.4 "方正小标宋简体","FZXiaoBiaoSong-B05S",SimSun,"Noto Serif CJK SC","Noto Serif SC",serif;text-align:center;letter-spacing:1em;text-indent:1em;margin:0 0 .4em}
.sheet p{margin:0;text-indent:2em;overflow-wrap:anywhere}
.sheet p.title{text-align:center;text-indent:0;margin:0 0 1em;font-weight:700}
.sheet .ways{display:flex;flex-wrap:wrap;align-items:flex-start;break-inside:avoid}
.sheet .ways>div{flex:1 1 16em;min-width:0}
.sheet .ways img{flex:0 0 auto;width:32mm;height:32mm;margin-left:6mm}
.sheet b{font-weight:400;font-family:SimHei,"Noto Sans CJK SC","Noto Sans SC",sans-serif}
.sheet .sign{break-inside:avoid;min-height:96pt;padding-top:2.4em;text-align:right}
.sheet .sign p{text-align:right;text-indent:0}
.sheet .sign .by{padding-right:2em}
.sheet .sign .on{padding-right:4em}
@media screen and (min-width:860px){.sheet{width:210mm;max-width:100%;margin:0 auto;padding:37mm 26mm 35mm 28mm;border:1px solid #d9d9d9}}
@media print{.sheet .ways{flex-wrap:nowrap}main>h1{display:none}main{max-width:none;margin:0;padding:0}.screen{display:none}.sheet{padding:0}
.sheet h2{font-size:22pt;line-height:36pt;margin:0 0 4pt}.sheet p.title{margin:0 0 8pt}
.sheet.three{font-size:16pt;line-height:28.95pt}.sheet.four{font-size:14pt;line-height:23pt}.sheet.small-four{font-size:12pt;line-height:19pt}.sheet.five{font-size:10.5pt;line-height:16.5pt}
.sheet.four,.sheet.small-four,.sheet.five{page:tight}.sheet.long{page:long}}
`.replace(/\n/g, '')
