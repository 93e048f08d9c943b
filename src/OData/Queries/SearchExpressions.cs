using System.Linq.Expressions;
using System.Text;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary><c>$search</c> (OData URL Conventions 4.01, 5.1.7): a word or phrase is found where a searchable text has it in it, in any case.</summary>
internal static class SearchExpressions
{
    public static Expression Compile(EntitySet set, ParameterExpression row, QueryNode node) => node switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => Expression.AndAlso(Compile(set, row, and.Left), Compile(set, row, and.Right)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => Expression.OrElse(Compile(set, row, or.Left), Compile(set, row, or.Right)),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Expression.Not(Compile(set, row, not.Operand)),
        SearchTermNode term => IsFound(set, row, term.Text.Normalize(NormalizationForm.FormC)),
        _ => throw NotOfferedException.Of($"$search {node.Kind}"),
    };

    public static bool Has(string? text, string term) => text?.Contains(term, StringComparison.OrdinalIgnoreCase) == true;

    private static Expression IsFound(EntitySet set, ParameterExpression row, string term) => set.Properties
        .Where(p => p.IsSearchable)
        .Select(p => (Expression)Expression.Call(typeof(SearchExpressions), nameof(Has), null, Expression.Invoke(p.Getter, row), Expression.Constant(term)))
        .Aggregate(Expression.OrElse);
}
