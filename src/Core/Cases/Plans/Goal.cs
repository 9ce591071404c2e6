using Loim.Cases.Assessments;
using Loim.Data;
using Loim.Modules;

namespace Loim.Cases.Plans;

/// <summary>What the person wants to reach, agreed with them; steps lead to it.</summary>
[Processing("purpose.casework", LawfulBasis.PublicTask, "retention.case")]
internal sealed class Goal
{
    public const int Longest = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly SetOn { get; init; }

    /// <summary>The need that it answers.</summary>
    [Special]
    public LifeDomain? Domain { get; set; }
    [Special]
    public Secret Text { get; set; }
    public List<Step> Steps { get; } = [];

    public static SecretPlace TextPlace(Guid id) => new("cases_goals", nameof(Text), id);

    /// <summary>What was done for it stays on record.</summary>
    public bool MayBeDropped => Steps.TrueForAll(s => s.DoneOn is null);

    public void Change(string text, LifeDomain? domain) => (Text, Domain) = (Secret.Of(text), domain);

    public void Add(string what, StepDoer doer, DateOnly due) =>
        Steps.Add(new Step { CaseId = CaseId, PersonId = PersonId, Doer = doer, DueOn = due, What = Secret.Of(what) });

    public void Forget()
    {
        Text = Secret.Of("");
        Steps.ForEach(s => s.What = Secret.Of(""));
    }
}

internal enum StepDoer { Client, Manager, Together, Institution }

/// <summary>One thing that somebody does by a day.</summary>
[Processing("purpose.casework", LawfulBasis.PublicTask, "retention.case")]
internal sealed class Step
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid GoalId { get; private set; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    [Special]
    public Secret What { get; set; }
    public required StepDoer Doer { get; set; }
    public required DateOnly DueOn { get; set; }
    public DateOnly? DoneOn { get; private set; }

    public static SecretPlace WhatPlace(Guid id) => new("cases_steps", nameof(What), id);

    public bool IsOverdue(DateOnly today) => DoneOn is null && DueOn < today;

    /// <exception cref="InvalidOperationException">It is done: what was done is not written anew.</exception>
    public void Change(string what, StepDoer doer, DateOnly due)
    {
        if (DoneOn is not null) { throw new InvalidOperationException($"Step {Id} was done on {DoneOn:O}."); }
        (What, Doer, DueOn) = (Secret.Of(what), doer, due);
    }

    public void Do(DateOnly day) => DoneOn ??= day;

    public void Undo() => DoneOn = null;
}
