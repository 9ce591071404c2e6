using Loim.Modules;

namespace Loim.People.Merging;

/// <summary>Two records are one person: this one stands under the other. Nothing is moved, so undoing it is deleting this row.</summary>
[Processing("purpose.register", LawfulBasis.PublicTask, "retention.person")]
internal sealed class PersonAlias
{
    /// <summary>The record that stands under the other.</summary>
    public required Guid Id { get; init; }

    /// <summary>The record that stands for both.</summary>
    public required Guid PersonId { get; init; }
    public required DateTime MergedAt { get; init; }
    public required string MergedBy { get; init; }
}
