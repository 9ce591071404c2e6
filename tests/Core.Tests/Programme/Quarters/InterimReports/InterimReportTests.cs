using Loim.Programme.Quarters.InterimReports;

namespace Loim.Core.Tests.Programme.Quarters.InterimReports;

/// <summary>The rules that a submitted report keeps, whoever asks.</summary>
public sealed class InterimReportTests
{
    private static readonly DateOnly Quarter = new(2025, 4, 1);
    private static readonly DateTime Submitted = new(2025, 7, 2, 12, 0, 0, DateTimeKind.Utc), Later = Submitted.AddDays(20);
    private static readonly Guid Somebody = Guid.NewGuid();

    [Fact]
    public void A_quarter_that_stands_is_not_submitted_again_and_one_that_is_open_again_is_the_next_version()
    {
        var first = Submit(null);
        Should.Throw<InvalidOperationException>(() => Submit(first));
        first.Return(ReportReader.Implementer, new(2025, 7, 10), "A narrative is missing.", Somebody, Later);
        (first.State, first.Stands).ShouldBe((ReportState.Returned, false));
        var second = Submit(first);
        (second.Version, second.Stands, first.Content).ShouldBe((2, true, "text"));
        second.TakeBack("A wrong sum.", Somebody, Later);
        Submit(second).Version.ShouldBe(3);
    }

    [Fact]
    public void The_implementer_answers_first_and_nobody_after_the_one_above_it()
    {
        var it = Submit(null);
        it.Accept(ReportReader.Implementer, new(2025, 7, 10), "1-2/3", Somebody, Later);
        Should.Throw<InvalidOperationException>(() => it.Return(ReportReader.Implementer, new(2025, 7, 11), "No.", Somebody, Later));
        it.Accept(ReportReader.ImplementingBody, new(2025, 7, 12), "4-5/6", Somebody, Later);
        Should.Throw<InvalidOperationException>(() => it.Return(ReportReader.ImplementingBody, new(2025, 7, 13), "No.", Somebody, Later));
        it.Answers.Select(a => a.Words).ShouldBe(["1-2/3", "4-5/6"]);
        it.TakeBack("Said anew.", Somebody, Later);
        it.Stands.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => it.TakeBack("Twice.", Somebody, Later));
    }

    [Theory]
    [InlineData("2025-07-01"), InlineData("2025-07-23")]
    public void An_answer_is_of_a_day_between_the_submission_and_today(string day) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Submit(null).Accept(ReportReader.Implementer, DateOnly.Parse(day, null), "1", Somebody, Later));

    [Fact]
    public void An_answer_says_why() => Should.Throw<ArgumentException>(() => Submit(null).TakeBack(" ", Somebody, Later));

    [Fact]
    public void What_is_signed_names_quarter_version_moment_and_hash() =>
        Submit(null).Signed.ShouldBe("loim-report 2025-04-01 1 2025-07-02T12:00:00Z 982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1");

    private static InterimReport Submit(InterimReport? last) => InterimReport.Submit(Quarter, last, "text", signed => $"by the house: {signed}", Somebody, Submitted.AddMilliseconds(7));
}
