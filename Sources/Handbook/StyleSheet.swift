/// How the book looks: one measure, two type families of the reader's system, light and dark, and paper.
enum StyleSheet {
  static let text = """
    :root {
      color-scheme: light dark;
      --paper: #fdfcf9;
      --raised: #ffffff;
      --ink: #1f2328;
      --soft: #57606a;
      --line: #d9d6cd;
      --link: #0b5394;
      --visited: #5b3a8c;
      --accent: #7a5c1e;
      --mark: #fff1b8;
      --good: #1a6b3c;
      --good-ground: #e3f2e8;
      --fair: #7a5200;
      --fair-ground: #fbf0d5;
      --open: #4a5560;
      --open-ground: #e9ecef;
      --bad: #a3211b;
      --bad-ground: #fbe5e3;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
      --mono: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16181b;
        --raised: #1d2024;
        --ink: #e4e2dc;
        --soft: #a3a9b1;
        --line: #363b42;
        --link: #8ab8f0;
        --visited: #bda4ea;
        --accent: #d6b66a;
        --mark: #574a12;
        --good: #86d6a4;
        --good-ground: #143322;
        --fair: #ecc876;
        --fair-ground: #382a0a;
        --open: #c0c7cf;
        --open-ground: #2c3239;
        --bad: #ff9d96;
        --bad-ground: #43191a;
      }
    }
    * { box-sizing: border-box; }
    html { font: 100%/1.6 var(--serif); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body { margin: 0; }
    header.site, main, footer.site { max-width: 70ch; margin: 0 auto; padding: 0 1.25rem; }
    .wide header.site, .wide main, .wide footer.site { max-width: 104ch; }
    .wide main > p { max-width: 66ch; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; overflow-wrap: anywhere; }
    a:visited { color: var(--visited); }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -100vw; font-family: var(--sans); }
    .skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--raised); z-index: 1; }

    header.site { padding-top: 1rem; border-bottom: 1px solid var(--line); }
    header.site .book { margin: 0 0 .35rem; font: 600 .875rem/1.4 var(--sans); }
    header.site nav { font: .875rem/1.4 var(--sans); }
    header.site .book a { color: inherit; text-decoration: none; }
    header.site ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: 0; padding: 0 0 .6rem; list-style: none; }
    header.site li a { display: inline-block; padding: .2rem 0; }
    [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
    footer.site {
      margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; color: var(--soft); border-top: 1px solid var(--line);
    }
    footer.site p { font: .8125rem/1.5 var(--sans); }

    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; overflow-wrap: break-word; }
    h1 { margin: 1.6rem 0 .6rem; font-size: 2.1rem; font-weight: 600; letter-spacing: -.01em; }
    h2 {
      margin: 2.6rem 0 .8rem; padding-top: .5rem; font-size: 1.4rem; font-weight: 600;
      border-top: 2px solid var(--accent); scroll-margin-top: 1rem;
    }
    h2.quiet { margin: 1.5rem 0 .5rem; border: 0; font: 600 .875rem/1.4 var(--sans); color: var(--soft); }
    h3 { margin: 1.4rem 0 .4rem; font-size: 1.125rem; font-weight: 600; }
    h4 {
      margin: 1rem 0 .3rem; font: 600 .75rem/1.4 var(--sans); letter-spacing: .06em; text-transform: uppercase;
      color: var(--soft);
    }
    p { margin: .5rem 0; hanging-punctuation: first; }
    .lead { font-size: 1.0625rem; }
    .crumbs { margin: 1.4rem 0 -1.1rem; font: .875rem/1.4 var(--sans); }
    .meta, .count { font: .8125rem/1.5 var(--sans); color: var(--soft); }
    code { font: .92em var(--mono); overflow-wrap: anywhere; }
    mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: 2px; }
    .context { font-size: .875em; color: var(--soft); }
    .empty { color: var(--soft); font-style: italic; }

    dl.facts { display: grid; grid-template-columns: minmax(6.5rem, max-content) 1fr; gap: .25rem 1rem; margin: .8rem 0; }
    dl.facts dt { grid-column: 1; font: .8125rem/1.85 var(--sans); color: var(--soft); }
    dl.facts dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }

    .strip { margin: 1rem 0; font: .875rem/1.5 var(--sans); }
    .strip ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0; padding: 0; list-style: none; }
    .strip.page { padding: .7rem .9rem; background: var(--raised); border: 1px solid var(--line); border-radius: 4px; }
    .strip.letters ul { gap: .2rem .35rem; }
    .strip.letters a, .strip.letters strong { display: inline-block; min-width: 1.9rem; padding: .15rem .3rem; text-align: center; }
    ul.columns { columns: 16rem 3; column-gap: 2rem; margin: .5rem 0; padding: 0; list-style: none; }
    ul.columns li { break-inside: avoid; padding: .1rem 0 .1rem 1rem; text-indent: -1rem; }
    ul.columns a { text-decoration-color: var(--line); }
    ul.columns a:hover { text-decoration-color: currentColor; }
    ul.names { columns: 20rem 2; font-size: .9375rem; }
    ul.list { padding-left: 1.1rem; }
    ul.list li { margin: .35rem 0; }

    .card {
      margin: 1.1rem 0; padding: .2rem 1.1rem .5rem; background: var(--raised);
      border: 1px solid var(--line); border-radius: 4px; scroll-margin-top: 1rem;
    }
    .card h3 { margin-top: .8rem; }
    .card:target, .source:target { outline: 2px solid var(--accent); outline-offset: 2px; }
    .badge {
      display: inline-block; padding: .1em .55em; border-radius: 3px; font: 600 .8125rem/1.5 var(--sans); white-space: nowrap;
      color: var(--open); background: var(--open-ground);
    }
    .v-supported { color: var(--good); background: var(--good-ground); }
    .v-mixed, .s-warning { color: var(--fair); background: var(--fair-ground); }
    .v-refuted, .v-harmful, .s-error { color: var(--bad); background: var(--bad-ground); }
    .certainty { white-space: nowrap; }
    .circles { font-family: var(--sans); letter-spacing: .05em; color: var(--accent); white-space: nowrap; }
    .may { padding-left: .9rem; border-left: 3px solid var(--accent); }
    .overdue { color: var(--bad); }
    .inherited { font-style: italic; }
    ul.sources { margin: 0; padding: 0; list-style: none; }
    ul.sources li { margin: .5rem 0; padding-left: .9rem; border-left: 1px solid var(--line); font-size: .9375rem; }
    ul.sources p { margin: .1rem 0; }
    .design { font: 600 .8125rem/1.5 var(--sans); }
    .more { font: .8125rem/1.5 var(--sans); }
    .source { margin: 1.2rem 0; padding: .1rem 0 .6rem; border-bottom: 1px solid var(--line); scroll-margin-top: 1rem; }
    .source h3 { margin-top: .4rem; }
    .users { font-size: .9375rem; }

    table { width: 100%; margin: .8rem 0 1.2rem; border-collapse: collapse; font: .9rem/1.45 var(--sans); }
    caption { padding: .2rem 0; text-align: left; font-size: .8125rem; color: var(--soft); }
    th, td { padding: .4rem .7rem .4rem 0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
    thead th { font-weight: 600; font-size: .8125rem; color: var(--soft); border-bottom: 1px solid var(--ink); }
    tbody th { font-weight: 400; }
    tbody tr { border-bottom: 1px solid var(--line); }

    @media (max-width: 36rem) {
      h1 { font-size: 1.7rem; }
      .card { padding: .1rem .8rem .4rem; }
      dl.facts { display: block; }
      dl.facts dt { margin-top: .5rem; line-height: 1.4; }
      thead { position: absolute; left: -100vw; }
      table, tbody, tr, tbody th, td, caption { display: block; width: 100%; }
      tbody tr { padding: .5rem 0; }
      tbody th, td { padding: .1rem 0; }
      td::before { content: attr(data-label) ": "; color: var(--soft); font-size: .8125rem; }
      ul.columns, ul.names { columns: 1; }
      ul.columns li { padding-top: .3rem; padding-bottom: .3rem; }
    }
    @media print {
      :root {
        --paper: #fff; --raised: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000; --visited: #000; --accent: #666;
        --good: #000; --good-ground: #fff; --fair: #000; --fair-ground: #fff; --open: #000; --open-ground: #fff;
        --bad: #000; --bad-ground: #fff; --mark: #fff;
      }
      html { font-size: 10pt; }
      header.site nav, .strip, .skip, .more, .crumbs { display: none; }
      header.site, main, footer.site { max-width: none; padding: 0; }
      a { text-decoration: none; }
      a.out::after { content: " <" attr(href) ">"; font-size: .8em; }
      .badge { border: 1px solid #000; }
      mark { text-decoration: underline; }
      h1, h2, h3, h4 { break-after: avoid; }
      tr, ul.sources li, .verdict, .may { break-inside: avoid; }
    }

    """
}
