using System.Text;
using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>A slip in a data file stops it from loading, with a line that says where.</summary>
public sealed class StrictReading
{
    [Theory]
    [InlineData("\"year\": 2021,", "\"year\": 2021, \"years\": 1,", "years")]
    [InlineData("\"year\": 2021,", "\"year\": 2021, \"year\": 2022,", "year")]
    [InlineData("\"year\": 2021,", "\"Year\": 2021,", "Year")]
    [InlineData("\"year\": 2021,", "", "year")]
    [InlineData("\"title\": \"Verksamhetsplan Hälsa, stöd, vård och omsorg (HSVO) Uppsala 2021\"", "\"title\": null", "title")]
    [InlineData("\"answer\": { \"kind\": \"qualitative\" }", "\"answer\": { \"kind\": \"soft\" }", "answer")]
    [InlineData("\"answer\": { \"kind\": \"qualitative\" }", "\"answer\": { \"kind\": 6 }", "answer")]
    [InlineData("\"unit\": \"medarbetare\",", "\"unit\": \"medarbetare\", \"parts\": [],", "parts")]
    [InlineData("\"id\": \"2.2.2.i2\"", "\"id\": \"2.2.2.i1\"", "node 2.2.2.i1 stands twice")]
    [InlineData("\"id\": \"forstarkt-au\"", "\"id\": \"Förstärkt AU\"", "body 'Förstärkt AU' is no id")]
    [InlineData("\"id\": \"2.2.2.a2\"", "\"id\": \"2.2.1.a9\"", "2.2.1.a9 isn't numbered 2.2.2.a1, 2.2.2.a2, …")]
    [InlineData("\"number\": \"2.2.2\",", "\"number\": \"2.4.2\",", "goal 2.4.2 stands under 2.2")]
    [InlineData("\"under\": \"2.1.3.a2\",", "\"under\": \"2.1.1.a2\",", "2.1.3.i2 is under no activity of its row: 2.1.1.a2")]
    [InlineData("\"refersTo\": \"2.3.4.i1\"", "\"refersTo\": \"2.3.4.i9\"", "2.2.3.i2 refers to no row that is answered: 2.3.4.i9")]
    [InlineData("\"refersTo\": \"2.3.4.i1\"", "\"refersTo\": \"2.2.3.i1\"", "2.2.3.i2 refers to no row that is answered: 2.2.3.i1")]
    [InlineData("{ \"kind\": \"reference\", \"refersTo\": \"2.3.4.i1\" }", "{ \"kind\": \"reference\" }", "2.2.3.i2 is a reference without a row")]
    [InlineData("{ \"kind\": \"qualitative\" }", "{ \"kind\": \"qualitative\", \"unit\": \"st\" }", "2.1.1.i4 has a unit but is no number")]
    [InlineData("{ \"kind\": \"qualitative\" }", "{ \"kind\": \"qualitative\", \"target\": { \"direction\": \"atLeast\", \"value\": 3 } }", "2.1.1.i4 has a target")]
    [InlineData("{ \"kind\": \"qualitative\" }", "{ \"kind\": \"milestone\" }", "2.1.1.i4 is a milestone without a date")]
    [InlineData("{ \"id\": \"etablerad\"", "{ \"id\": \"finns\"", "2.3.1.i7 has one part alone, or parts without ids of their own")]
    [InlineData("\"seeAlso\": [\"2.3.4\"]", "\"seeAlso\": [\"2.3.6\"]", "2.3.1.a5 points at no node: 2.3.6")]
    [InlineData("\"continues\": \"2.2.3.p1\"", "\"continues\": \"2.2.3.p2\"", "a row of 2.2.3 opens a priority area or continues an earlier one")]
    [InlineData("\"continues\": \"2.2.3.p1\",", "", "a row of 2.2.3 opens a priority area or continues an earlier one")]
    [InlineData("\"bodies\": [\"au\"]", "\"bodies\": [\"au\", \"ua\"]", "2.1.1.p1 names no body of this plan: ua")]
    [InlineData("\"bodies\": [\"au\"]", "\"bodies\": []", "nobody answers a row of 2.1.1.p1")]
    [InlineData("\"bodies\": [\"au\"]", "\"bodies\": [\"forstarkt-au\"]", "nobody answers a row of 2.1.1.p1")]
    [InlineData("\"owedBy\": [\"amn\", ", "\"owedBy\": [\"nma\", ", "body tl is owed by no unit of this plan: nma")]
    [InlineData("\"board\": \"scn\"", "\"board\": \"ncs\"", "unit scn serves no board of this plan: ncs")]
    [InlineData("\"ends\": \"2021-10-31\"", "\"ends\": \"2021-05-31\"", "round 2021-10 doesn't end after 2021-05")]
    [InlineData("\"isFinal\": true", "\"isFinal\": false", "the last round, and no other, is final")]
    [InlineData("\"area\": \"uppsala\"", "\"area\": \"Uppsala län\"", "'Uppsala län' is no id")]
    [InlineData("\"sha256\": \"4", "\"sha256\": \"", "source.sha256 isn't")]
    public void A_slip_in_the_file_is_refused(string written, string slip, string said)
    {
        Refuses("hsvo-2021", written, slip, said);
    }

    [Theory]
    [InlineData("\"diarienummer\": null,", "", "diarienummer")]
    [InlineData("\"condition\": \"under förutsättning", "\"condition\": \"om", "5.2.i6 has a condition that its quote doesn't name: om att ansökan beviljas")]
    [InlineData("\"targetGroup\": \"Unga personer (19–29 år)\",\n              \"continues\"", "\"continues\"", "a row of 5.2 continues a priority area of another target group: 5.2.p4")]
    [InlineData("\"quote\": \"3.3 Ökad geografisk lokal samverkan möjliggör god och nära vård.\"", "\"quote\": null", "goal 3.3 has a table but no heading")]
    public void A_slip_in_what_only_the_plan_for_2019_has_is_refused(string written, string slip, string said)
    {
        Refuses("nsu-2019", written, slip, said);
    }

    [Theory]
    [InlineData("\"kind\": \"goalGroup\",\n      \"number\": \"insatsmal\"", "\"kind\": \"goal\",\n      \"number\": \"insatsmal\"", "insatsmal is neither a focus area nor a group of goals")]
    [InlineData("{ \"kind\": \"deliverable\" }", "{ \"kind\": \"deliverable\", \"starts\": \"2018-09-01\" }", "effektmal.1.i1 starts on a day but doesn't go on")]
    [InlineData("\"continuing\", \"starts\": \"2018-09-01\"", "\"count\", \"measurement\": { \"kind\": \"cumulative\" }", "insatsmal.3.i1 is cumulative without a first day")]
    [InlineData("\"continuing\", \"starts\": \"2018-09-01\"", "\"continuing\", \"measurement\": { \"kind\": \"pointInTime\" }", "insatsmal.3.i1 covers a moment or a time but is no count")]
    [InlineData("\"continuing\", \"starts\": \"2018-09-01\"", "\"count\", \"fraction\": { \"numerator\": \"a\", \"denominator\": \"b\" }", "insatsmal.3.i1 is a share of something but no percentage")]
    [InlineData("\"rows\": [\n            {\n              \"activities\"", "\"rows\": [\n            {\n              \"continues\": \"effektmal.1.p1\", \"activities\"", "a row of effektmal.1 has a priority area, where rows stand right under their goal: effektmal.1.p1")]
    [InlineData("\"through\": \"2019-12-31\" },\n  \"adopted\"", "\"through\": \"2017-12-31\" },\n  \"adopted\"", "the period ends before it begins")]
    [InlineData("\"asWritten\": \"100 %\"", "\"asWritten\": \"50 %\"", "figure utvecklingsansvarig isn't written so in its quote: 50 %")]
    [InlineData("\"id\": \"egenfinansiering\"", "\"id\": \"finansiering\"", "figure finansiering stands twice")]
    [InlineData("\"coversPlan\": true", "\"coversPlan\": false", "thread lokus is nowhere in the plan")]
    public void A_slip_in_what_an_insats_has_is_refused(string written, string slip, string said)
    {
        Refuses("lokussamordnare-2018", written, slip, said);
    }

    [Theory]
    [InlineData("\"isFinal\": false, \"reading\": \"Den", "\"isFinal\": true, \"reading\": \"Den", "no round of a follow-up is final")]
    [InlineData("\"node\": \"enhet-6.3.i1\"", "\"node\": \"enhet-6.3.i9\"", "figure sip-arenden-2023-05 tells of no node: enhet-6.3.i9")]
    [InlineData("\"round\": \"2023-05\"", "\"round\": \"2022-05\"", "figure andel-2023-05 tells of no round: 2022-05")]
    [InlineData("\"direction\": \"atMost\"", "\"direction\": \"atLeast\"", "derived figure personer-over-malet is computed from no percentage with a highest target")]
    [InlineData("\"count\": \"ekonomiskt-bistand.1.i2\"", "\"count\": \"ekonomiskt-bistand.1.i1\"", "derived figure personer-over-malet is computed from no count")]
    [InlineData("\"countedBy\": \"ekonomiskt-bistand.1.i2\"", "\"countedBy\": \"ekonomiskt-bistand.1\"", "ekonomiskt-bistand.1.i1 is counted by no count of this plan")]
    [InlineData("\"threads\": []", "\"threads\": [], \"boards2\": []", "boards2")]
    public void A_slip_in_what_a_follow_up_has_is_refused(string written, string slip, string said)
    {
        Refuses("ekonomiskt-bistand-2023", written, slip, said);
    }

    [Theory]
    [InlineData("\"threads\": [\"rim\"]", "\"threads\": [\"mir\"]", "thread mir isn't told of")]
    [InlineData("\"id\": \"suf\", \"name\"", "\"id\": \"rim\", \"name\"", "thread rim stands twice")]
    public void A_slip_in_a_thread_is_refused(string written, string slip, string said)
    {
        Refuses("nsu-2019", written, slip, said);
    }

    [Theory]
    [MemberData(nameof(PlanQuotes.All), MemberType = typeof(PlanQuotes))]
    public void The_file_itself_is_read(string id)
    {
        var plan = Read(Text(id));

        Assert.Equal(PlanLibrary.Load(id).Nodes.Select(n => n.Id), plan.Nodes.Select(n => n.Id));
    }

    [Fact]
    public void The_library_has_the_plans_under_their_ids()
    {
        Assert.Same(PlanLibrary.Hsvo2021, PlanLibrary.Load("hsvo-2021"));
        Assert.Same(PlanLibrary.Nsu2019, PlanLibrary.Load("nsu-2019"));
        Assert.Throws<KeyNotFoundException>(() => PlanLibrary.Load("hsvo-1921"));
    }

    private static void Refuses(string plan, string written, string slip, string said)
    {
        var file = Text(plan);
        Assert.Contains(written, file, StringComparison.Ordinal);
        var at = file.IndexOf(written, StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDataException>(() => Read(file[..at] + slip + file[(at + written.Length)..]));

        Assert.StartsWith("broken.json: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    private static string Text(string plan)
    {
        using var reader = new StreamReader(PlanFiles.Open(plan));
        return reader.ReadToEnd();
    }

    private static Domain.Plans.Plan Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return PlanReader.Read("broken.json", stream);
    }
}
