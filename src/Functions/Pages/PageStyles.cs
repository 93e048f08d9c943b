namespace Hsvo.Functions.Pages;

/// <summary>
/// The pages' style sheet, one for all. Every text has a contrast of 4.5:1 or more against what is behind it, and no status stands without its word.
/// <list type="table">
/// <item><c>lead</c>, <c>muted</c>, <c>mark</c>, <c>example</c>, <c>notice</c>: a paragraph that leads in, tells less, says "Exempel", warns, informs</item>
/// <item><c>cards</c> with <c>card</c> in it: boxes beside each other where there is room; <c>panel</c>: one box</item>
/// <item><c>table</c> around a table: on a narrow screen each row is a block, and each cell with <c>data-label</c> carries its heading (roles keep it a table)</item>
/// <item><c>status</c> with the status's name: a chip; <c>share</c>: "3 av 7" beside it</item>
/// <item><c>button</c>, and <c>button secondary</c>, <c>button danger</c>; <c>actions</c> around several</item>
/// <item><c>field</c> around label, <c>hint</c>, <c>error</c> and input, with <c>wrong</c> when it has an error; <c>choices</c> around radios and checkboxes;
/// <c>error-summary</c>: all errors on top, <c>done</c>: what was done</item>
/// <item><c>beside</c>: two boxes, beside each other where there is room; <c>whole</c>: a fieldset as wide as what it stands in</item>
/// <item><c>hidden</c>: for those who listen alone</item>
/// </list>
/// </summary>
internal static class PageStyles
{
    public const string Text = """

        :root { color-scheme: light; --ink: #17232b; --soft: #4d5a63; --line: #d5d9d6; --sea: #0b3b4f; --link: #00557a; --paper: #fff; --back: #f4f5f2; --good: #0b5d2a; --warn: #7a4b00; --bad: #a3140f; }
        *, ::before, ::after { box-sizing: border-box; }
        html { font-size: 106.25%; -webkit-text-size-adjust: 100%; }
        body { font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif; color: var(--ink); background: var(--back); margin: 0; overflow-wrap: break-word; display: flex; flex-direction: column; min-height: 100vh; }
        main { flex: 1; width: 100%; max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
        main:focus { outline: none; }
        main.narrow > * { max-width: 48rem; }
        h1, h2, h3, h4 { line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; color: var(--sea); }
        h1, h2, h3, h4, th, td, dt, dd { hyphens: auto; hyphenate-limit-chars: 14 5 5; }
        h1 { font-size: clamp(1.7rem, 1.2rem + 2.2vw, 2.5rem); margin: .5rem 0 .75rem; }
        h2 { font-size: 1.45rem; margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
        h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
        p, dd > ul, main > ul { max-width: 44rem; }
        p { margin: .5rem 0 .75rem; }
        a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .07em; }
        a:hover { text-decoration-thickness: .16em; }
        :focus-visible, input[type=date]:focus-within { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 2px #ffd84d; border-radius: 2px; }
        code { font-size: .9em; overflow-wrap: anywhere; }
        .skip { position: absolute; left: -999rem; z-index: 1; background: #ffd84d; color: var(--ink); padding: .75rem 1rem; }
        .skip:focus { left: 0; top: 0; }
        .hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .top { background: var(--sea); color: #fff; }
        .top a { color: #fff; text-decoration: none; }
        .top a:hover { text-decoration: underline; }
        .top :focus-visible { outline-color: #ffd84d; box-shadow: none; }
        .top ul, .bottom ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; }
        .bar, .top nav ul, .bottom ul { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
        .bar { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem 1.5rem; padding-top: .9rem; padding-bottom: .9rem; }
        .brand { display: inline-block; line-height: 1.25; }
        .brand .name { display: block; font-size: 1.25rem; font-weight: 700; }
        .brand .owners { font-size: .85rem; opacity: .9; }
        .who { gap: .25rem 1.25rem; font-size: .9rem; align-items: baseline; }
        .who a { text-decoration: underline; display: inline-block; padding: .25rem 0; }
        .top nav { background: #08303f; }
        .top nav ul { margin: 0 auto; padding: 0 .5rem; }
        .top nav a { display: block; padding: .7rem .75rem .5rem; border-bottom: .25rem solid transparent; font-weight: 600; }
        .top nav a[aria-current] { border-bottom-color: #ffd84d; }
        .bottom { border-top: 1px solid var(--line); background: #e9ece8; font-size: .9rem; }
        .bottom ul { gap: .25rem 1.5rem; padding: 1.25rem; }
        .bottom a { display: inline-block; padding: .25rem 0; }
        .lead { font-size: 1.15rem; }
        .muted, .share, .hint, caption { color: var(--soft); }
        .mark { color: var(--warn); font-size: .85rem; font-weight: 600; white-space: nowrap; }
        .strong { font-weight: 600; }
        .example, .notice, .error-summary, .done { border-left: .35rem solid var(--link); background: #e8f1f5; padding: .75rem 1rem; margin: 1rem 0; max-width: 48rem; border-radius: 0 .35rem .35rem 0; }
        .example { border-color: #b97400; background: #fdf3df; }
        .done { border-color: var(--good); background: #e7f3ea; }
        .error-summary { border: .25rem solid var(--bad); border-radius: .35rem; background: #fff; }
        .error-summary h2 { margin: 0 0 .5rem; font-size: 1.2rem; color: inherit; }
        .error-summary a { color: var(--bad); font-weight: 600; }
        :is(.example, .notice, .error-summary, .done) > :first-child { margin-top: 0; }
        :is(.example, .notice, .error-summary, .done) > :last-child { margin-bottom: 0; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 1rem; margin: 1rem 0; padding: 0; list-style: none; max-width: none; }
        .card, .panel { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; }
        .panel { margin: 1rem 0; }
        :is(.card, .panel) > :first-child { margin-top: 0; }
        :is(.card, .panel) > :last-child { margin-bottom: 0; }
        .table { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; padding: .75rem 1rem .5rem; font-size: .9rem; }
        th, td { text-align: left; vertical-align: top; padding: .6rem 1rem; border-top: 1px solid var(--line); }
        thead th { border-top: 0; border-bottom: 2px solid var(--sea); font-size: .9rem; }
        tbody th { font-weight: 600; }
        .focus th, .focus td { background: #eef3f3; }
        td ul { margin: 0; padding-left: 1.1rem; }
        .plain { border: 0; border-radius: 0; margin: .5rem 0 0; }
        .plain :is(th, td) { padding-left: 0; }
        .wide { width: 40%; }
        .brief { white-space: nowrap; }
        .over { display: block; font-size: .85rem; font-weight: 600; letter-spacing: .02em; color: var(--soft); margin-bottom: .25rem; }
        .crumbs ol, .inline, .legend, .explained, .changes { list-style: none; margin: 0; padding: 0; }
        .crumbs ol, .inline, .legend { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; }
        .crumbs { font-size: .9rem; margin-bottom: 1.25rem; }
        .crumbs li:not(:last-child)::after { content: "›"; content: "›" / ""; margin-left: 1.1rem; color: var(--soft); }
        .inline { max-width: none; }
        .inline a { display: inline-block; padding: .2rem 0; }
        .inline [aria-current] { font-weight: 700; color: var(--ink); text-decoration: none; border-bottom: .2rem solid var(--sea); }
        .explained li, .changes li { padding: .3rem 0; }
        .changes .status { font-size: .8rem; }
        .dist { display: block; width: 100%; height: .8rem; border-radius: .4rem; margin: .35rem 0 .3rem; background: #d5d9d6; }
        .dist .completed { fill: #0b5d2a; } .dist .onTrack { fill: #58a874; } .dist .notStarted { fill: #98a3a9; } .dist .atRisk { fill: #e0a02a; } .dist .behind { fill: #dd6f5f; } .dist .overdue { fill: #a3140f; } .dist .none { fill: #e3e6e3; }
        .legend { font-size: .9rem; margin-bottom: .35rem; }
        .legend li { background: none; white-space: nowrap; }
        .legend .completed, .legend .onTrack { color: var(--good); } .legend .overdue { color: var(--bad); } .legend .none { color: var(--soft); }
        progress { appearance: none; width: 4.5rem; height: .5rem; border: 0; border-radius: .25rem; overflow: hidden; background: #d5d9d6; vertical-align: middle; margin-left: .25rem; }
        progress::-webkit-progress-bar { background: #d5d9d6; }
        progress::-webkit-progress-value { background: var(--sea); }
        progress::-moz-progress-bar { background: var(--sea); }
        .facts { grid-template-columns: fit-content(12rem) minmax(0, 1fr); }
        .card .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
        .card .facts dd { margin-bottom: .4rem; }
        .facts dd ul { margin: 0; padding-left: 1.1rem; }
        .row { margin: .75rem 0; }
        .row h2, .row h3 { margin-top: 0; font-size: 1.05rem; }
        .activity { margin: 1.5rem 0 .5rem; max-width: none; }
        .turn { display: inline-block; }
        .said { font-weight: 600; }
        .text { display: block; white-space: pre-line; max-width: 44rem; margin-bottom: .25rem; }
        .thread { font-size: .95rem; border-left: .25rem solid #9db7c2; padding-left: .75rem; }
        .chart { margin: 0; }
        .chart.panel { margin: 1rem 0; max-width: 44rem; }
        .chart figcaption { font-weight: 600; margin-bottom: .5rem; }
        .chart .round { margin: .75rem 0 0; font-size: .9rem; }
        .chart svg:not(.dist) { display: block; width: 100%; height: auto; max-width: 26rem; }
        .chart .bar { fill: #2b6a85; }
        .chart text { font-size: 12px; text-anchor: middle; fill: var(--ink); }
        .chart .axis { fill: var(--soft); }
        .chart .base { stroke: var(--soft); stroke-width: 1; }
        .chart .target { stroke: #7a4b00; stroke-width: 2; stroke-dasharray: 6 4; }
        .size { font-weight: 400; white-space: nowrap; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .status { display: inline-block; white-space: nowrap; font-weight: 600; font-size: .9rem; line-height: 1.3; padding: .15rem .6rem; border-radius: 1rem; border: 1px solid; background: #fff; }
        .completed { color: #fff; background: var(--good); border-color: var(--good); }
        .onTrack { color: var(--good); background: #e7f3ea; }
        .atRisk { color: var(--warn); background: #fdf3df; }
        .behind { color: var(--bad); background: #fdeceb; }
        .overdue { color: #fff; background: var(--bad); border-color: var(--bad); }
        .notStarted { color: var(--soft); }
        .status.none { color: var(--soft); border-style: dashed; font-weight: 400; }
        .share { font-size: .9rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: .75rem 0; }
        dt { font-weight: 600; }
        dd { margin: 0; }
        .button { display: inline-block; font: inherit; font-weight: 600; line-height: 1.3; padding: .6rem 1.1rem; border: 2px solid var(--sea); border-radius: .35rem; background: var(--sea); color: #fff; text-decoration: none; cursor: pointer; }
        .button:hover { background: #082c3b; }
        .button.secondary { background: #fff; color: var(--sea); }
        .button.secondary:hover { background: #eef3f3; }
        .button.danger { background: var(--bad); border-color: var(--bad); }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin: 1.5rem 0; }
        .field { margin: 0 0 1.5rem; max-width: 44rem; }
        fieldset.field { border: 0; padding: 0; min-width: 0; }
        .field > label, legend { display: block; font-weight: 600; margin-bottom: .25rem; padding: 0; }
        .hint { display: block; font-size: .9rem; margin: 0 0 .35rem; }
        .error { display: block; color: var(--bad); font-weight: 600; margin: 0 0 .35rem; }
        .field.wrong { border-left: .25rem solid var(--bad); padding-left: 1rem; }
        input, select, textarea { font: inherit; color: inherit; background: #fff; border: 2px solid #5d6a72; border-radius: .25rem; padding: .45rem .6rem; max-width: 100%; }
        textarea { width: 100%; min-height: 6rem; }
        input[type=text], input[type=search], input:not([type]) { width: 24rem; }
        input[inputmode] { width: 9rem; }
        input[type=radio], input[type=checkbox] { width: 1.35rem; height: 1.35rem; margin: 0; flex: none; accent-color: var(--sea); }
        [aria-invalid=true] { border-color: var(--bad); }
        .choices label { display: flex; gap: .6rem; align-items: flex-start; padding: .35rem 0; font-weight: 400; overflow-wrap: anywhere; }
        .choices label > span { min-width: 0; }
        .choices.inline { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
        .beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); gap: 0 2rem; }
        .beside .field { margin: 0; }
        fieldset.whole { max-width: none; margin: 0; }
        .whole h4 { margin: 0; }
        .beside label > .hint { margin-top: .5rem; }
        .beside textarea { min-height: 0; }
        .beside select { width: 100%; }
        blockquote { margin: 0 0 .5rem; padding: .1rem 0 .1rem .9rem; border-left: .25rem solid #9db7c2; }
        summary { cursor: pointer; color: var(--link); padding: .25rem 0; }
        td summary { padding: 0; }
        @media (max-width: 44rem) {
          html { font-size: 100%; }
          main { padding: 1rem 1rem 3rem; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, tbody, caption { display: block; }
          tr { display: block; border-top: 1px solid var(--line); padding: .6rem 0; }
          th, td { display: block; border: 0; padding: .15rem 1rem; overflow-wrap: anywhere; }
          tr.focus { background: #eef3f3; }
          .wide { width: auto; }
          .number { text-align: left; }
          td[data-label]::before { content: attr(data-label) ": "; content: attr(data-label) ": " / ""; color: var(--soft); }
          dl, .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
          dd { margin-bottom: .5rem; overflow-wrap: anywhere; }
          .actions .button { width: 100%; text-align: center; }
          .beside { grid-template-columns: minmax(0, 1fr); }
        }
        @media (forced-colors: active) { .status, .card, .button { border: 1px solid; } }
        @media print {
          @page { margin: 15mm; }
          html { font-size: 10pt; }
          body { background: #fff; display: block; }
          .skip, .top nav, .top .who, .bottom, .actions, form .button { display: none; }
          .top { background: none; color: inherit; border-bottom: 2px solid; }
          .top a, a { color: inherit; text-decoration: none; }
          main { max-width: none; padding: 0; }
          .table, .card, .panel { border-color: #999; }
          .status, .dist, progress, .chart { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .crumbs, .inline { display: none; }
          .bar { padding: 0 0 .5rem; }
          tr, .card, h2, h3, .dist, .legend { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
          thead { display: table-header-group; }
        }

        """;
}
