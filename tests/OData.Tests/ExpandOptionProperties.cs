using FsCheck;
using FsCheck.Fluent;

namespace Hsvo.OData.Tests;

public sealed class ExpandOptionProperties
{
    private static readonly string[] Pieces =
    [
        "goals", "goalValues", "aggregations", "id", "timestamp", "$it", "$expand=", "$filter=", "$select=", "$orderby=", "$top=", "$levels=", "$search=",
        "$apply=", "$compute=", "$count", "$ref", "(", ")", ",", ";", "/", " ", "*", "'", "\"", "eq", "any", "null", "1", "-", "=", "@p", "max", "å", "\0",
        "Microsoft.PowerBI.ServiceContracts.Api.Goal",
    ];

    [Fact]
    public void Whatever_is_sent_is_read_or_refused_with_a_message_and_never_fails()
    {
        var texts = Gen.OneOf(Gen.Elements(Pieces).ArrayOf().Select(string.Concat), Inside("goals({0})"), Inside("goals($expand=goalValues({0}))"));

        Prop.ForAll(texts.ToArbitrary(), text =>
            ExpandOption.TryParse(ScorecardModel.Scorecard, text, out var expansion, out var error)
                ? expansion.Properties.Count > 0 && error is null
                : expansion is null && !string.IsNullOrWhiteSpace(error)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static Gen<string> Inside(string format) =>
        Gen.Elements(Pieces).ArrayOf().Resize(6).Select(p => string.Format(null, format, string.Concat(p)));
}
