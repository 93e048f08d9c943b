using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Hsvo.Functions.Tests;

/// <summary>Facts about the layout that no compiler holds us to.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly[] Product =
        [.. new[] { "Domain", "UseCases", "Storage", "Contracts", "OData", "Plans", "Functions", "LocalHost" }.Select(n => Assembly.Load($"Hsvo.{n}"))];

    [Fact]
    public void Every_class_is_sealed_static_or_abstract_and_inherited()
    {
        Type[] classes = [.. Product.SelectMany(a => a.GetTypes()).Where(t => t.IsClass && t.Namespace?.StartsWith("Hsvo.", StringComparison.Ordinal) == true && !IsMadeByCompiler(t))];

        // Razor's compiler makes its components and _Imports open.
        var open = classes.Where(t => !t.IsSealed && !t.IsAbstract && !typeof(IComponent).IsAssignableFrom(t) && t.Name != "_Imports");
        var barren = classes.Where(t => t.IsAbstract && !t.IsSealed && !classes.Any(c => BaseOf(c) == t));

        Assert.Empty(open);
        Assert.Empty(barren);
    }

    [Fact]
    public void Storage_shows_nothing_but_how_to_add_it()
    {
        Assert.Equal(["StorageExtensions"], Hsvo("Storage").GetExportedTypes().Select(t => t.Name));
    }

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Contracts", "")]
    [InlineData("OData", "")]
    [InlineData("Plans", "Domain")]
    [InlineData("UseCases", "Domain")]
    [InlineData("Storage", "Domain UseCases")]
    public void Projects_refer_to_those_below_them_only(string project, string below)
    {
        var allowed = below.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => $"Hsvo.{n}");

        Assert.Empty(References(project).Where(r => r.StartsWith("Hsvo.", StringComparison.Ordinal)).Except(allowed));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Contracts")]
    public void The_domain_and_the_published_shapes_need_nothing_but_the_framework(string project)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Assert.All(References(project), r => Assert.True(File.Exists(Path.Combine(framework, $"{r}.dll")), r));
    }

    [Fact]
    public void Azures_packages_are_known_to_the_app_its_storage_and_the_local_run_only()
    {
        var knowing = Product.Where(a => a.GetReferencedAssemblies().Any(r => r.Name!.StartsWith("Azure.", StringComparison.Ordinal) || r.Name.StartsWith("Microsoft.Azure.", StringComparison.Ordinal)))
            .Select(a => a.GetName().Name);

        Assert.Equal(["Hsvo.Functions", "Hsvo.LocalHost", "Hsvo.Storage"], knowing.Order());
    }

    [Fact]
    public void The_app_reaches_storage_through_its_ports_only()
    {
        Assert.DoesNotContain(References("Functions"), r => r.StartsWith("Azure.", StringComparison.Ordinal));
    }

    [Fact]
    public void Routes_change_only_on_purpose()
    {
        var routes = FunctionMethods.Http.Select(f => (Trigger: FunctionMethods.TriggerOf(f)!, Name: FunctionMethods.NameOf(f)))
            .Select(f => $"/{f.Trigger.Route} {string.Join(',', f.Trigger.Methods ?? []).ToUpperInvariant()} {f.Name}")
            .Order(StringComparer.Ordinal);

        Approved.Matches("routes.approved.txt", string.Concat(routes.Select(r => $"{r}\n")));
    }

    private static Assembly Hsvo(string project) => Product.Single(a => a.GetName().Name == $"Hsvo.{project}");

    private static IEnumerable<string> References(string project) => Hsvo(project).GetReferencedAssemblies().Select(r => r.Name!);

    private static Type? BaseOf(Type type) => type.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : type.BaseType;

    private static bool IsMadeByCompiler(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsMadeByCompiler(outer));
}
