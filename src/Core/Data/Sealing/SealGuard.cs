using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Loim.Data;

/// <summary>Refuses every use of a sealed value in a query but bare selection, equality and order:
/// the database would otherwise hand its text to whoever concatenates it.</summary>
internal sealed class SealGuard : IQueryExpressionInterceptor
{
    public static SealGuard Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        new Walk(eventData.Context!.Model).Visit(queryExpression);

    private sealed class Walk(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitUnary(UnaryExpression node) =>
            node.NodeType is ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs
                && IsSealed(node.Operand.Type) && !IsSealed(node.Type) ? throw Refusal(node.Operand) : base.VisitUnary(node);

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression is { } of && IsSealed(of.Type) && Nullable.GetUnderlyingType(of.Type) is null ? throw Refusal(of) : base.VisitMember(node);

        protected override Expression VisitBinary(BinaryExpression node) =>
            node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.Coalesce)
                && (IsSealed(node.Left.Type) || IsSealed(node.Right.Type)) ? throw Refusal(node) : base.VisitBinary(node);

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Object is { } target && IsSealed(target.Type)) { throw Refusal(target); }
            if (node.Method.DeclaringType == typeof(EF) && node.Method.Name == nameof(EF.Property)) { RefuseByName(node); }
            else if (node.Method.DeclaringType != typeof(Queryable) && node.Method.DeclaringType != typeof(Enumerable)
                && node.Arguments.FirstOrDefault(a => IsSealed(a.Type)) is { } argument)
            {
                throw Refusal(argument);
            }
            return base.VisitMethodCall(node);
        }

        private void RefuseByName(MethodCallExpression node)
        {
            if (node.Arguments[1] is not ConstantExpression { Value: string name }) { throw Refusal(node); }
            var property = model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(node.Arguments[0].Type) || node.Arguments[0].Type.IsAssignableTo(t.ClrType))
                .Select(t => t.FindProperty(name)).FirstOrDefault(p => p is not null);
            if (property is not null && IsSealed(property.ClrType) && !IsSealed(node.Type)) { throw Refusal(node); }
        }

        private static bool IsSealed(Type type) => Sealing.IsSealed(type);

        private static InvalidOperationException Refusal(Expression expression) =>
            new($"{expression} is sealed: select it as it is and open it with Reading.Open.");
    }
}
