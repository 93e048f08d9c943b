using System.Reflection;

namespace Hsvo.StandIns.Tests.Surface;

/// <summary>A stand-in has no more than its list, and the real package has all of it: what compiles here compiles there.</summary>
public sealed class SurfaceTests
{
    public static TheoryData<string> Lists => [.. SurfaceList.All.Select(list => list.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_assembly_has_every_line_of_its_list(string name)
    {
        var list = SurfaceList.All.Single(list => list.Name == name);
        var offered = list.Assemblies.SelectMany(PublicSurface.Of).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(list.Lines);
        Assert.Equal([], list.Lines.Where(line => !offered.Contains(line)));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void No_list_says_a_thing_twice(string name)
    {
        var list = SurfaceList.All.Single(list => list.Name == name);

        Assert.Equal([], list.Lines.GroupBy(line => line).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void A_stand_in_has_nothing_beyond_the_lists_that_name_it() => Assert.All(
        SurfaceList.All.SelectMany(list => list.Assemblies).Where(IsStandIn).Distinct(),
        standIn =>
        {
            var listed = SurfaceList.All.Where(list => list.Assemblies.Contains(standIn)).SelectMany(list => list.Lines).ToHashSet(StringComparer.Ordinal);

            // What only a local run reaches is no part of the real package's surface.
            var offered = standIn.GetExportedTypes().Where(type => type.Namespace?.EndsWith(".LocalHosting", StringComparison.Ordinal) != true);

            Assert.Equal([], offered.SelectMany(PublicSurface.Of).Where(line => !listed.Contains(line)));
        });

    private static bool IsStandIn(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(metadata => metadata is { Key: "StandIn", Value: "true" });
}
