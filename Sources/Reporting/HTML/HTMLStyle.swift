/// How a report looks: text and margin beside each other, light and dark, and paper. Severities differ in colour, in their
/// letter and in the line under the words.
enum HTMLStyle {
  static let text: StaticString = """

    :root {
      color-scheme: light dark;
      --paper: #fcfbf8; --raised: #ffffff; --ink: #1e2125; --soft: #5a626b; --line: #dedbd2; --link: #0b5394; --focus: #7a5c1e;
      --e: #a3211b; --e-ground: #fbe3e0; --w: #7a5200; --w-ground: #fbedc8; --n: #1f568f; --n-ground: #e0ecf8;
      --q: #5a626b; --q-ground: #eceae4; --good: #1a6b3c;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
      --mono: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16181b; --raised: #1e2125; --ink: #e6e4de; --soft: #a5abb3; --line: #383d44; --link: #8ab8f0;
        --focus: #d6b66a; --e: #ff9d96; --e-ground: #4a1c1c; --w: #ecc876; --w-ground: #40300c; --n: #9cc6f5;
        --n-ground: #18304a; --q: #a5abb3; --q-ground: #2a2e33; --good: #86d6a4;
      }
    }
    * { box-sizing: border-box; }
    html { font: 100%/1.6 var(--sans); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 0 1.5rem; max-width: 74rem; overflow-wrap: anywhere; }
    main { display: flex; flex-direction: column; }
    p, ul, ol, dl, dd, h1, h2, h3, blockquote { margin: 0; }
    ul, ol { padding: 0; list-style: none; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
    small { font-size: .8125rem; color: var(--soft); }
    code { font: .8125rem/1.5 var(--mono); color: var(--soft); }
    .skip { position: absolute; left: -200vw; }
    .skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--raised); z-index: 1; }

    .page { font-size: .8125rem; color: var(--soft); }
    header.page { padding: 2rem 0 1rem; border-bottom: 1px solid var(--line); }
    header.page h1 { font-size: .8125rem; font-weight: 600; color: var(--ink); }
    footer.page { margin-top: 5rem; padding: 1.5rem 0 4rem; border-top: 1px solid var(--line); }
    footer.page h2 { margin-bottom: .75rem; font-size: .875rem; color: var(--ink); }
    footer.page p { margin: .4rem 0; max-width: 44rem; }
    footer.page strong, footer.page b { color: var(--ink); font-weight: 600; }

    .contents { order: -1; padding: 3rem 0 0; max-width: 50rem; }
    .contents h2, .head h2 { font: 600 2rem/1.2 var(--serif); letter-spacing: -.01em; }
    .contents table { width: 100%; margin-top: 1.25rem; border-collapse: collapse; font-size: .9375rem; }
    .contents th, .contents td { padding: .5rem .75rem .5rem 0; text-align: left; font-weight: 400; border-bottom: 1px solid var(--line); }
    .contents thead th { font-size: .8125rem; color: var(--soft); }
    .contents .num { width: 5.5rem; padding-right: 0; text-align: right; font-variant-numeric: tabular-nums; }
    .contents td.e, .contents td.w, .contents td.n { font-weight: 600; }
    .contents .score { color: var(--ink); }
    .zero { color: var(--soft); }
    td.e { color: var(--e); } td.w { color: var(--w); } td.n { color: var(--n); }
    tfoot th, tfoot td { border-bottom: 0; color: var(--soft); }

    .document { padding-top: 3.5rem; }
    .document + .document { margin-top: 5rem; border-top: 3px double var(--line); }
    .head .directory { display: block; margin-bottom: .3rem; font: .875rem/1.4 var(--sans); letter-spacing: 0; color: var(--soft); }
    .figures { display: grid; grid-template-columns: minmax(0, 20rem) minmax(0, 1fr); gap: 1.5rem 4rem; margin-top: 1.75rem; align-items: start; }
    .big { font-size: 1rem; color: var(--soft); line-height: 1; }
    .big b { font: 600 3.5rem/1 var(--serif); color: var(--ink); letter-spacing: -.02em; }
    .bar { display: block; width: 100%; height: 4px; margin: .9rem 0 .75rem; }
    .bar .all { fill: var(--line); }
    .bar .part { fill: var(--ink); }
    .score > p:last-child { font-size: .9375rem; }
    .counts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.25rem 1.5rem; }
    .counts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding-top: .6rem; border-top: 2px solid var(--line); }
    .counts dd { font: 600 1.5rem/1.1 var(--serif); font-variant-numeric: tabular-nums; }
    .counts dt { font-size: .8125rem; color: var(--soft); }
    .counts .e { border-color: var(--e); } .counts .e dd { color: var(--e); }
    .counts .w { border-color: var(--w); } .counts .w dd { color: var(--w); }
    .counts .n { border-color: var(--n); } .counts .n dd { color: var(--n); }
    .counts .zero { border-color: var(--line); }
    .counts .zero dd { color: var(--soft); font-weight: 400; }
    .reading { margin-top: 1.5rem; font-size: .875rem; color: var(--soft); }

    .summary, .none { margin-top: 3rem; }
    .summary h3 { display: inline-block; margin-right: 1rem; font: 600 1.25rem/1.3 var(--serif); }
    .jump { display: inline-block; font-size: .8125rem; }
    .summary ol { margin-top: .75rem; max-width: 56rem; border-top: 1px solid var(--line); }
    .summary li { border-bottom: 1px solid var(--line); scroll-margin-top: 3rem; }
    .summary a { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); gap: .75rem; padding: .55rem 0; color: inherit; text-decoration: none; }
    .summary .jump a { display: inline; color: var(--link); text-decoration: underline; }
    .summary ol a { font-size: .9375rem; line-height: 1.5; }
    .summary ol a:hover .m { text-decoration: underline; }
    .badge {
      display: inline-block; align-self: start; min-width: 2.5em; padding: .1em .45em; border-radius: 4px; border: 1px solid transparent;
      font: 600 .75rem/1.5 var(--sans); text-align: center; text-decoration: none; font-variant-numeric: tabular-nums; white-space: nowrap;
    }
    .badge.e { color: var(--e); background: var(--e-ground); }
    .badge.w { color: var(--w); background: var(--w-ground); }
    .badge.n { color: var(--n); background: var(--n-ground); }
    .m::first-letter { text-transform: uppercase; }

    article { margin-top: 3rem; padding-top: 2.25rem; border-top: 1px solid var(--line); }
    .key { margin-bottom: 2rem; font-size: .8125rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: .35rem 1rem; }
    .group { display: grid; grid-template: auto 1fr / minmax(0, 38rem) minmax(0, 1fr); column-gap: 4rem; }
    .first, .rest { grid-column: 1; font: 1.125rem/1.65 var(--serif); }
    .margin { grid-column: 2; grid-row: 1 / span 2; font-size: .875rem; line-height: 1.5; padding-bottom: 1.5rem; }
    .paragraph, .item, .quote, .cell, .aside, .title, .reference { margin-bottom: 1.1rem; }
    .heading { margin: 1.6rem 0 .6rem; font-family: var(--serif); font-weight: 600; line-height: 1.25; text-wrap: balance; }
    h3.heading { font-size: 1.75rem; } h4.heading { font-size: 1.375rem; } h5.heading { font-size: 1.1875rem; } h6.heading { font-size: 1.0625rem; }
    article > .key + .group .first > .heading:first-child { margin-top: 0; }
    .item { position: relative; margin-bottom: .5rem; padding-left: 1.4rem; }
    .item::before { content: "\\2022" / ""; position: absolute; left: .35rem; color: var(--soft); }
    .second { margin-left: 1.5rem; } .third { margin-left: 3rem; }
    .quote { padding-left: 1.2rem; border-left: 3px solid var(--line); font-style: italic; }
    .cell { padding: .4rem .75rem; border: 1px solid var(--line); margin-bottom: -1px; font-size: 1rem; }
    .cell + .cell::before { display: none; }
    .cell + :not(.cell) { margin-top: 1.3rem; }
    .title, .aside, .reference { font: .9375rem/1.6 var(--sans); }
    .reference { padding-left: 1.4rem; text-indent: -1.4rem; }
    .button { display: table; margin-bottom: 1.1rem; padding: .35rem 1rem; border: 1px solid var(--soft); border-radius: 6px; font: .9375rem/1.6 var(--sans); }
    [data-kind]::before {
      content: attr(data-kind); display: block; font: 600 .6875rem/1.8 var(--sans); letter-spacing: .03em; color: var(--soft); text-indent: 0; font-style: normal;
    }

    mark { background: none; color: inherit; scroll-margin-top: 4rem; }
    mark a { color: inherit; text-underline-offset: .22em; }
    mark.e > a:first-of-type, .sample.e { background: var(--e-ground); text-decoration: underline solid 2px var(--e); }
    mark.w > a:first-of-type, .sample.w { background: var(--w-ground); text-decoration: underline dashed 2px var(--w); }
    mark.n > a:first-of-type, .sample.n { background: var(--n-ground); text-decoration: underline double 1px var(--n); }
    mark.over > a:first-of-type { border-top: 2px dotted var(--soft); }
    mark.u, .sample.u { text-decoration: underline dotted 2px var(--soft); text-underline-offset: .25em; }
    .sample { color: var(--ink); text-underline-offset: .25em; }
    mark a:hover { text-decoration-thickness: 3px; }
    mark a[data-number]::after {
      content: "\\2060" attr(data-number); padding-left: .2em; font: 600 .6875rem/1 var(--sans); vertical-align: super; color: var(--e); white-space: nowrap;
    }
    mark.w > a:first-of-type::after, mark a.w::after { color: var(--w) !important; }
    mark.n > a:first-of-type::after, mark a.n::after { color: var(--n) !important; }
    mark a.e, mark a.w, mark a.n { text-decoration: none; }
    mark:target, mark:has(> :target) { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }

    .finding { margin-bottom: 1rem; padding: .7rem 1rem .8rem; background: var(--raised); border: 1px solid var(--line); border-left-width: 4px; border-radius: 4px; scroll-margin-top: 2rem; }
    .finding.e { border-left: 4px solid var(--e); }
    .finding.w { border-left: 4px dashed var(--w); }
    .finding.n { border-left: 4px double var(--n); }
    .finding:target, .summary li:target { outline: 3px solid var(--focus); outline-offset: 2px; }
    .label { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .6rem; margin-bottom: .35rem; font-size: .8125rem; }
    .finding.e .label b { color: var(--e); } .finding.w .label b { color: var(--w); } .finding.n .label b { color: var(--n); }
    .label code { flex: 1; min-width: 8rem; font-size: .75rem; }
    .up { min-width: 1.5rem; text-align: right; text-decoration: none; color: var(--soft); }
    .finding p { margin: .45rem 0; }
    .finding > p.m { font-size: .9375rem; }
    .instead, .fix, .may { padding-left: .8rem; border-left: 2px solid var(--good); }
    .instead > b, .also > b, .may > b { display: block; font-size: .75rem; color: var(--soft); }
    .instead .m, .also .m { display: block; }
    .fix b, .related b { margin-right: .3rem; font-size: .75rem; color: var(--soft); }
    ins { text-decoration: none; font-weight: 600; }
    .also ul { margin-bottom: .5rem; }
    .also li { padding: .3rem 0 .3rem .8rem; border-left: 2px solid var(--line); }
    .also li b { font-size: .75rem; }
    li.e > b { color: var(--e); } li.w > b { color: var(--w); } li.n > b { color: var(--n); }
    details { border-top: 1px solid var(--line); }
    summary { padding: .35rem 0; font-size: .8125rem; font-weight: 600; cursor: pointer; }
    summary:hover { text-decoration: underline; }
    details > :last-child { margin-bottom: .6rem; }
    .market { display: inline-block; padding: 0 .4em; border: 1px solid var(--soft); border-radius: 3px; font-size: .6875rem; font-weight: 600; line-height: 1.5; }
    .laws > li { margin: .5rem 0; }
    .steps { counter-reset: step; }
    .steps li { position: relative; padding: .2rem 0 .2rem 1.6rem; counter-increment: step; }
    .steps li::before { content: counter(step); position: absolute; left: 0; color: var(--soft); font-variant-numeric: tabular-nums; }
    .steps .m, .steps small { display: block; line-height: 1.45; }
    .statement + .statement { margin-top: .8rem; padding-top: .4rem; border-top: 1px dotted var(--line); }
    .rings { white-space: nowrap; letter-spacing: .05em; }
    .citations li { padding: .2rem 0 .2rem .8rem; border-left: 2px solid var(--line); font-size: .8125rem; line-height: 1.5; margin: .3rem 0; }
    .words { font-family: var(--serif); font-size: 1rem; }
    .words::before { content: "\\201c"; } .words::after { content: "\\201d"; }
    .set-aside { margin-top: 2.5rem; max-width: 44rem; }
    .set-aside > summary { padding: .8rem 0; font-size: .9375rem; }

    @media (max-width: 60rem) {
      .group { display: block; }
      .margin { margin: .25rem 0 1.75rem; padding: 0; }
    }
    @media (max-width: 40rem) {
      body { padding: 0 1.125rem; }
      header.page { padding-top: 1.25rem; }
      .document { padding-top: 2.25rem; }
      .contents h2, .head h2 { font-size: 1.5rem; }
      .figures { grid-template-columns: minmax(0, 1fr); }
      .first, .rest { font-size: 1.0625rem; }
      .counts { gap: 1rem; }
      .contents thead { position: absolute; left: -200vw; }
      .contents table, .contents tbody, .contents tfoot { display: block; }
      .contents tr { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); padding: .6rem 0; border-bottom: 1px solid var(--line); }
      .contents th { grid-column: 1 / -1; }
      .contents th, .contents td { padding: 0; border: 0; }
      .contents .num { width: auto; text-align: left; }
      .contents td::before { content: attr(data-label); display: block; font-size: .75rem; font-weight: 400; color: var(--soft); }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media print {
      :root {
        color-scheme: light;
        --paper: #fff; --raised: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000; --focus: #000; --e: #000; --w: #000;
        --n: #000; --e-ground: #e4e4e4; --w-ground: #f0f0f0; --n-ground: #f7f7f7; --q: #000; --q-ground: #fff; --good: #666;
      }
      @page { margin: 16mm 14mm; }
      html { font-size: 8.5pt; }
      details { font-size: .92em; }
      details .steps small, .again { display: none; }
      .steps li { padding-top: 0; padding-bottom: .1rem; }
      body { max-width: none; padding: 0; }
      main { display: block; }
      .skip, .jump, .up { display: none; }
      .document + .document { break-before: page; }
      .document { padding-top: 1.5rem; }
      .group { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 2rem; }
      .margin { margin: 0; }
      mark a, .sample, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .badge { border-color: #000; }
      a { text-decoration: none; }
      a.out::after { content: " (" attr(href) ")"; font-size: .9em; }
      details::details-content { content-visibility: visible; block-size: auto; }
      summary { list-style: none; }
      .summary li, .label, .instead, .citations li, .steps li { break-inside: avoid; }
      .heading, .label, summary { break-after: avoid; }
    }

    """
}
