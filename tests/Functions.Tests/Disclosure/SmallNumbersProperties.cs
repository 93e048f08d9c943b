using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Tests.Disclosure;

/// <summary>
/// From everything a reader can fetch, at any time, no count of few people can be told: for each there is another possible world in which it is
/// another number and every document, at every time, is the same to the letter. Whatever someone works out from the documents holds in both worlds.
/// </summary>
public sealed class SmallNumbersProperties
{
    [Fact]
    public void For_each_small_count_there_is_another_world_with_the_same_documents_and_another_count() =>
        Prop.ForAll(World.Any.ToArbitrary(), world => CanNotTell(world, Facts(world), Documents.Cells, Documents.All)).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    // Quicker, and so for many more worlds.
    [Fact]
    public void For_each_small_count_there_is_another_world_with_the_same_answers_after_each_report_and_another_count() =>
        Prop.ForAll(World.Any.ToArbitrary(), world => CanNotTell(world, Facts(world), Documents.Cells, Documents.Cells)).Check(Config.QuickThrowOnFailure.WithMaxTest(800));

    // A new version takes marks away, asks for another kind of number, or drops a row. Whoever looked before and looks again can't tell.
    [Fact]
    public void No_later_version_of_the_plan_tells_a_small_count_that_was_hidden_when_it_was_stored() =>
        Prop.ForAll(World.OfAPlanThatForgets.ToArbitrary(), world => CanNotTell(world, Facts(world), Documents.Cells, Documents.Cells))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(250));

    [Fact]
    public void No_document_of_a_later_version_tells_it_either() =>
        Prop.ForAll(World.OfAPlanThatForgets.ToArbitrary(), world => CanNotTell(world, Facts(world), Documents.Cells, Documents.All))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    // A new version marks what was shown before, or lacks its row: whoever looks from then on can't tell, of whatever time they ask.
    [Fact]
    public void What_is_hidden_now_is_told_by_no_document_that_can_still_be_fetched() =>
        Prop.ForAll(World.OfAPlanThatLearns.ToArbitrary(), world => CanNotTell(world, HiddenInTheEnd(world), Documents.LateCells, Documents.Late))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static Property CanNotTell(World world, IEnumerable<Fact> facts, Func<World, IReadOnlyList<string>> quick, Func<World, IReadOnlyList<string>> documents)
    {
        var (cells, all) = (new Lazy<IReadOnlyList<string>>(() => quick(world)), new Lazy<IReadOnlyList<string>>(() => documents(world)));
        Lazy<List<(World World, Lazy<bool> LooksTheSame)>> Compared(Func<World, IEnumerable<World>> others) => new(() =>
        [
            .. others(world).Where(o => o.IsPossible && (o.IsGrowing || !world.IsGrowing))
                .Select(o => (o, new Lazy<bool>(() => quick(o).SequenceEqual(cells.Value) && documents(o).SequenceEqual(all.Value)))),
        ]);
        Lazy<List<(World World, Lazy<bool> LooksTheSame)>>[] others = [Compared(Others), Compared(FurtherOthers)];
        var told = facts.FirstOrDefault(fact => !others.Any(o => o.Value.Any(other => fact.In(other.World) != fact.In(world) && other.LooksTheSame.Value)));
        return (told is null).Label(told?.Name ?? "");
    }

    // Every count of few people there is: as reported, as came between two rounds, and as remains of a whole that isn't known.
    private static IEnumerable<Fact> Facts(World world)
    {
        bool IsFew(int count) => Math.Abs(count) is > 0 and var n && n < world.Threshold;

        foreach (var (at, e) in world.Events.Index().Where(e => e.Item.Indicator is World.People or World.Since or World.Rate
            && world.IsOfPeople(e.Index) && (world.AskedAt(e.Index)!.Kind == IndicatorKind.Count) == (e.Item.Indicator != World.Rate) && !world.IsToldByAShare(e.Index, world.PlanAt(e.Index))))
        {
            foreach (var part in Enumerable.Range(0, e.Counts.Length).Where(p => IsFew(e.Counts[p])))
            {
                yield return new($"the count {part} of report {at}", w => w.Events[at].Counts[part]);
            }
        }

        var last = world.Events.Index().Where(e => !e.Item.IsWithdrawal && world.IsLast(e.Index)).ToList();
        bool Grows(int at) => world.Events[at].Indicator == World.Since && world.AskedAt(at) is { CountsPeople: true, Measurement.Kind: MeasurementKind.Cumulative };
        foreach (var one in last.Where(e => Grows(e.Index)))
        {
            foreach (var other in last.Where(e => Grows(e.Index) && e.Item.Department == one.Item.Department && e.Index > one.Index))
            {
                foreach (var part in Enumerable.Range(0, one.Item.Counts.Length).Where(p => IsFew(one.Item.Counts[p] - other.Item.Counts[p])))
                {
                    yield return new($"how many {part} came between the reports {one.Index} and {other.Index}", w => w.Events[one.Index].Counts[part] - w.Events[other.Index].Counts[part]);
                }
            }
        }

        // A whole that was shown by a count since corrected is known beside the new one too; that is left as it is.
        foreach (var (at, e) in last.Where(e => e.Item.Indicator == World.People && world.Next is null && !world.Rows.PeopleInParts && !world.DenominatorsAreKnown
            && world.Events.Count(o => o.Cell == e.Item.Cell && !o.IsWithdrawal) == 1))
        {
            var of = (e.Department, e.Round);
            if (IsFew(world.Denominators[of] - e.Counts[0]))
            {
                yield return new($"how many remain of {of}", w => w.Denominators[of] - w.Events[at].Counts[0]);
            }
        }
    }

    // What the cells that are hidden in the end were given as: of few people, and of a row that is gone be it few or many.
    private static IEnumerable<Fact> HiddenInTheEnd(World world)
    {
        var hidden = Documents.HiddenInTheEnd(world);
        return from e in world.Events.Index()
               where e.Item is { Indicator: World.People or World.Since or World.Rate, IsWithdrawal: false } && world.IsLast(e.Index) && world.AskedAt(e.Index) is not null && hidden.Contains(e.Item.Cell)
                   && !world.IsToldByAShare(e.Index, world.LastPlan)
               from part in Enumerable.Range(0, e.Item.Counts.Length)
               where world.LastPlan.Find(e.Item.Indicator) is null || (e.Item.Counts[part] > 0 && e.Item.Counts[part] < world.Threshold)
               select new Fact($"the hidden number {part} of report {e.Index}", w => w.Events[e.Index].Counts[part]);
    }

    // Worlds that differ in one number, be it said once or again, in a run of a growing one, or in which of two numbers a cell had first.
    private static IEnumerable<World> Others(World world)
    {
        var others = Steps(world).SelectMany(step =>
        {
            var counts = world.Events.Index().Where(e => e.Item.Indicator is World.People or World.Since or World.Rate)
                .SelectMany(e => Enumerable.Range(0, e.Item.Counts.Length).Select(p => world.With(e.Index, p, e.Item.Counts[p] + step)));
            var wholes = world.DenominatorsAreKnown ? [] : world.Denominators.Keys.Select(k =>
                world with { Denominators = world.Denominators.ToDictionary(d => d.Key, d => d.Key == k ? d.Value + step : d.Value) });
            return counts.Concat(wholes).Concat(Runs(world, step)).Concat(Again(world, step));
        });
        var swapped = Swapped(world).ToList();
        return others.Concat(swapped).Concat(swapped.Where(w => !w.IsGrowing).SelectMany(w => Steps(world).SelectMany(step => Grown(w, step))));
    }

    // Sought when none of those will do: rare.
    private static IEnumerable<World> FurtherOthers(World world) =>
        Swapped(world).Where(w => w.IsGrowing).SelectMany(w => Steps(world).SelectMany(step => Grown(w, step)));

    private static IEnumerable<int> Steps(World world) => Enumerable.Range(-world.Threshold, (2 * world.Threshold) + 1).Where(s => s != 0);

    // Where a growing number was another first, the rounds after it were others too.
    private static IEnumerable<World> Grown(World world, int step) =>
        (from e in world.Events.Index().Where(e => e.Item is { Indicator: World.Since, IsWithdrawal: false } && world.IsLast(e.Index))
         from part in Enumerable.Range(0, e.Item.Counts.Length)
         select world.With(e.Index, part, e.Item.Counts[part] + step)).Concat(Runs(world, step));

    private static IEnumerable<World> Runs(World world, int step) =>
        from series in world.Events.Index().Where(e => e.Item is { Indicator: World.Since, IsWithdrawal: false } && world.IsLast(e.Index)).GroupBy(e => e.Item.Department)
        let ordered = series.OrderBy(e => e.Item.Round, StringComparer.Ordinal).ToArray()
        from first in Enumerable.Range(0, ordered.Length)
        from length in Enumerable.Range(2, Math.Max(0, ordered.Length - first - 1))
        where first + length <= ordered.Length
        from part in Enumerable.Range(0, ordered[0].Item.Counts.Length)
        select ordered[first..(first + length)].Aggregate(world, (w, e) => w.With(e.Index, part, e.Item.Counts[part] + step));

    // What was said twice was so both times.
    private static IEnumerable<World> Again(World world, int step) =>
        from cell in world.Events.Index().Where(e => e.Item is { Indicator: World.People or World.Since or World.Rate, IsWithdrawal: false }).GroupBy(e => e.Item.Cell)
        from part in Enumerable.Range(0, cell.First().Item.Counts.Length)
        from same in cell.GroupBy(e => e.Item.Counts[part]).Where(g => g.Count() > 1)
        select same.Aggregate(world, (w, e) => w.With(e.Index, part, same.Key + step));

    private static IEnumerable<World> Swapped(World world) =>
        from cell in world.Events.Index().Where(e => e.Item is { Indicator: World.People or World.Since or World.Rate, IsWithdrawal: false }).GroupBy(e => e.Item.Cell)
        from part in Enumerable.Range(0, cell.First().Item.Counts.Length)
        let counts = cell.Select(e => e.Item.Counts[part]).Distinct().ToArray()
        from one in counts
        from other in counts.Where(c => c > one)
        select cell.Aggregate(world, (w, e) => e.Item.Counts[part] == one ? w.With(e.Index, part, other) : e.Item.Counts[part] == other ? w.With(e.Index, part, one) : w);

    private sealed record Fact(string Name, Func<World, int> In);
}
