namespace Hsvo.Functions.Pages;

/// <summary>The pages' style sheet. Every status colour has a contrast of 4.5:1 or more against white, and none stands without its word.</summary>
internal static class Styles
{
    public const string Text = """

        :root { color-scheme: light; }
        body { font: 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: #1b1b1b; background: #fff; margin: 0; overflow-wrap: break-word; }
        main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .25rem; }
        h2 { font-size: 1.375rem; margin: 2.25rem 0 .5rem; }
        h3 { font-size: 1.1875rem; margin: 1.75rem 0 .5rem; }
        h4 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
        p { margin: .5rem 0; max-width: 45rem; }
        a { color: #00478f; }
        a:focus-visible { outline: 3px solid #00478f; outline-offset: 2px; }
        .skip { position: absolute; left: -999px; }
        .skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; }
        .example { border: 2px solid #7a4b00; background: #fff8ec; padding: .5rem .75rem; border-radius: .25rem; }
        .lead { font-size: 1.125rem; color: #4a4a4a; }
        .mark { color: #7a4b00; font-size: .875rem; white-space: nowrap; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
        caption { text-align: left; color: #4a4a4a; padding-bottom: .25rem; }
        th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid #c9c9c9; }
        thead th { border-bottom: 2px solid #1b1b1b; }
        tbody th { font-weight: normal; }
        .focus th, .focus td { background: #f3f3f3; }
        .focus th { font-weight: 600; }
        td.why { font-size: .9375rem; }
        .status { white-space: nowrap; font-weight: 600; }
        .share { color: #4a4a4a; font-size: .875rem; white-space: nowrap; }
        .completed, .onTrack { color: #0b5d2a; }
        .atRisk { color: #7a4b00; }
        .behind, .overdue { color: #a3140f; }
        .notStarted, .none { color: #4a4a4a; font-weight: normal; }
        .strong, .good, .warning, .bad { font-weight: 600; }
        .good { color: #0b5d2a; }
        .warning { color: #7a4b00; }
        .bad { color: #a3140f; }
        .muted { color: #4a4a4a; }
        .fixed { table-layout: fixed; overflow-wrap: break-word; hyphens: auto; }
        td ul { margin: 0; padding-left: 1.125rem; }
        td li { white-space: pre-line; }
        .chart { margin: 1rem 0; max-width: 45rem; }
        .chart figcaption { color: #4a4a4a; }
        .chart ul { list-style: none; margin: .25rem 0; padding: 0; }
        .chart svg { display: block; width: 100%; height: .875rem; margin-bottom: .5rem; }
        .chart .bar { fill: #1b365d; }
        .chart .target { fill: none; stroke: #1b1b1b; stroke-width: 2px; stroke-dasharray: 6 4; vector-effect: non-scaling-stroke; }
        dl { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: .25rem 1rem; }
        dt { font-weight: 600; overflow-wrap: anywhere; }
        dd { margin: 0; }
        @media (max-width: 40rem) {
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, tbody, caption { display: block; }
          tr { display: block; border-bottom: 1px solid #c9c9c9; padding: .5rem 0; }
          th, td { display: block; border: 0; padding: .125rem .5rem; overflow-wrap: anywhere; }
          tbody th { font-weight: 600; }
          tr.focus { background: #f3f3f3; }
          td[data-label]::before { content: attr(data-label) ": "; content: attr(data-label) ": " / ""; color: #4a4a4a; font-weight: normal; }
          dl { grid-template-columns: minmax(0, 1fr); }
          dd { overflow-wrap: anywhere; }
        }
        @media print { body { font-size: 10pt; } a { color: inherit; } .skip { display: none; } tr { break-inside: avoid; } }

        """;
}
