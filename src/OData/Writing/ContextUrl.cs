namespace Hsvo.OData;

/// <summary>The part of a context URL that says what is selected and expanded (OData Protocol 4.01, 10.7 to 10.10).</summary>
internal static class ContextUrl
{
    /// <summary>"(Id,Name,Plan(Name))"; empty when all properties are there and nothing is expanded.</summary>
    public static string SelectList(QueryPlan plan)
    {
        var list = Members(plan);
        return list.Length == 0 ? "" : $"({list})";
    }

    private static string Members(QueryPlan plan) =>
        string.Join(',', (plan.SelectedNames ?? []).Concat(plan.Expanded.Select(e => $"{e.Navigation.Name}({Members(e.Plan)})")));
}
