using System.Globalization;
using DocumentFormat.OpenXml;
using Hsvo.Functions.Papers.Text;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Hsvo.Functions.Papers.Docx;

/// <summary>A bar chart in Word's own format: each bar's number stands in its label, and the target is an empty bar, so that no colour is needed.</summary>
internal static class DocxChart
{
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;

    // In English Metric Units, 360 000 to the centimetre.
    private const long Width = 16 * 360_000;
    private const long HeightOfBar = 288_000;
    private const long HeightOfFrame = 216_000;

    public static C.ChartSpace SpaceOf(Chart chart)
    {
        (string Label, double Value)[] bars = [.. chart.Bars.Select(b => ($"{b.Label}: {b.Text}", b.Value))];
        if (chart.Target is { } target)
        {
            bars = [.. bars, ($"{target.Label} {target.Text}", target.Value)];
        }

        var series = new C.BarChartSeries(
            new C.Index { Val = 0 },
            new C.Order { Val = 0 },
            new C.SeriesText(new C.NumericValue(DocxWriter.Clean(chart.Title))),
            Filled(),
            new C.InvertIfNegative { Val = false });
        if (chart.Target is not null)
        {
            series.Append(new C.DataPoint(
                new C.Index { Val = (uint)chart.Bars.Count }, new C.InvertIfNegative { Val = false }, new C.Bubble3D { Val = false }, Hollow()));
        }

        series.Append(
            new C.CategoryAxisData(new C.StringLiteral((OpenXmlElement[])[new C.PointCount { Val = (uint)bars.Length }, .. bars.Select((b, i) => Label(i, b.Label))])),
            new C.Values(new C.NumberLiteral(
                (OpenXmlElement[])[new C.FormatCode("General"), new C.PointCount { Val = (uint)bars.Length }, .. bars.Select((b, i) => Number(i, b.Value))])));
        return new(
            new C.Date1904 { Val = false },
            new C.EditingLanguage { Val = "sv-SE" },
            new C.RoundedCorners { Val = false },
            new C.Chart(
                new C.AutoTitleDeleted { Val = true },
                new C.PlotArea(
                    new C.Layout(),
                    new C.BarChart(
                        new C.BarDirection { Val = C.BarDirectionValues.Bar },
                        new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
                        new C.VaryColors { Val = false },
                        series,
                        new C.GapWidth { Val = 60 },
                        new C.AxisId { Val = CategoryAxis },
                        new C.AxisId { Val = ValueAxis }),
                    new C.CategoryAxis(
                        new C.AxisId { Val = CategoryAxis },
                        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }),
                        new C.Delete { Val = false },
                        new C.AxisPosition { Val = C.AxisPositionValues.Left },
                        new C.MajorTickMark { Val = C.TickMarkValues.None },
                        new C.MinorTickMark { Val = C.TickMarkValues.None },
                        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
                        new C.TextProperties(
                            new D.BodyProperties(),
                            new D.ListStyle(),
                            new D.Paragraph(
                                new D.ParagraphProperties(new D.DefaultRunProperties(Solid(DocxStyles.Text), new D.LatinFont { Typeface = DocxStyles.Font }) { FontSize = 1000, Language = "sv-SE" }),
                                new D.EndParagraphRunProperties { Language = "sv-SE" })),
                        new C.CrossingAxis { Val = ValueAxis },
                        new C.Crosses { Val = C.CrossesValues.AutoZero }),
                    new C.ValueAxis(
                        new C.AxisId { Val = ValueAxis },
                        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MinAxisValue { Val = Math.Min(0, bars.Min(b => b.Value)) }),
                        new C.Delete { Val = true },
                        new C.AxisPosition { Val = C.AxisPositionValues.Top },
                        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
                        new C.MajorTickMark { Val = C.TickMarkValues.None },
                        new C.MinorTickMark { Val = C.TickMarkValues.None },
                        new C.TickLabelPosition { Val = C.TickLabelPositionValues.None },
                        new C.CrossingAxis { Val = CategoryAxis },
                        new C.Crosses { Val = C.CrossesValues.AutoZero })),
                new C.PlotVisibleOnly { Val = true },
                new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }),
            new C.ShapeProperties(new D.NoFill(), new D.Outline(new D.NoFill())));
    }

    public static W.Drawing DrawingOf(Chart chart, string relationship, uint id)
    {
        var bars = chart.Bars.Count + (chart.Target is null ? 0 : 1);
        return new(new Wp.Inline(
            new Wp.Extent { Cx = Width, Cy = HeightOfFrame + (bars * HeightOfBar) },
            new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Wp.DocProperties { Id = id, Name = $"Diagram {id}", Description = DocxWriter.Clean(chart.Description) },
            new Wp.NonVisualGraphicFrameDrawingProperties(),
            new D.Graphic(new D.GraphicData(new C.ChartReference { Id = relationship }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });
    }

    private static C.StringPoint Label(int index, string text) => new(new C.NumericValue(DocxWriter.Clean(text))) { Index = (uint)index };

    private static C.NumericPoint Number(int index, double value) =>
        new(new C.NumericValue(value.ToString("R", CultureInfo.InvariantCulture))) { Index = (uint)index };

    private static C.ChartShapeProperties Filled() => new(Solid(DocxStyles.Blue));

    private static C.ChartShapeProperties Hollow() => new(
        new D.NoFill(), new D.Outline(Solid(DocxStyles.Text), new D.PresetDash { Val = D.PresetLineDashValues.Dash }) { Width = 15_875 });

    private static D.SolidFill Solid(string colour) => new(new D.RgbColorModelHex { Val = colour });
}
