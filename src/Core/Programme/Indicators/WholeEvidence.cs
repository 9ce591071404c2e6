using System.Linq.Expressions;
using Loim.Modules;

namespace Loim.Programme.Indicators;

/// <summary>An indicator sets only what its evidence has. The database can group and filter only by what is set:
/// the rest is set to its default here.</summary>
internal sealed class WholeEvidence : ExpressionVisitor
{
    private static readonly (string Name, object? Value)[] Defaults =
        [(nameof(Evidence.Person), null), (nameof(Evidence.Name), null), (nameof(Evidence.Amount), 1L), (nameof(Evidence.Kind), null), (nameof(Evidence.PlanLine), null), (nameof(Evidence.Href), null)];

    public static IQueryable<Evidence> Of(IQueryable<Evidence> evidence) =>
        evidence.Provider.CreateQuery<Evidence>(new WholeEvidence().Visit(evidence.Expression));

    protected override Expression VisitMemberInit(MemberInitExpression node)
    {
        if (node.Type != typeof(Evidence)) { return base.VisitMemberInit(node); }
        var missing = Defaults.Where(d => node.Bindings.All(b => b.Member.Name != d.Name)).Select(d =>
        {
            var property = typeof(Evidence).GetProperty(d.Name)!;
            return Expression.Bind(property, Expression.Constant(d.Value, property.PropertyType));
        });
        return node.Update(node.NewExpression, node.Bindings.Concat(missing));
    }
}
