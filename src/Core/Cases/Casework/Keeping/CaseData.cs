using System.Runtime.CompilerServices;
using Loim.Cases.Assessments;
using Loim.Cases.BreakGlass;
using Loim.Cases.Closing;
using Loim.Cases.Notes;
using Loim.Cases.Plans;
using Loim.Cases.Referrals;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Casework.Keeping;

/// <summary>Cases and all that belongs to them. A note for its author alone is the person's data too, and is handed out.</summary>
internal sealed class CaseData(House<CasesDb> house, Reading reading, TimeProvider time) : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [new("retention.case", TimeSpan.FromDays(5 * 365), "retention.ground", before =>
    {
        var day = Days.DayOf(before);
        return Due.Of(house.Db.Cases.Where(c => c.ForgottenAt == null && c.ClosedOn < day), c => Forget([c], default));
    })];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        string? Open(Secret? value, SecretPlace place) => OpenOf(person, value, place);
        var db = house.Db;
        foreach (var it in await db.Cases.AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.OpenedOn).ToListAsync(ct))
        {
            yield return Record("case", it.OpenedOn, ("case.reason", Open(it.Reason, Case.ReasonPlace(it.Id))), ("case.owner", it.OwnerName),
                ("case.closed", it.ClosedOn?.ToString("O")));
        }
        foreach (var it in await db.Closures.AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.Id).ToListAsync(ct))
        {
            yield return Record("closure", it.ClosedOn, ("case.outcome", it.Outcome.ToString()), ("note", Open(it.Ending, Closure.Place(nameof(Closure.Ending), it.Id))),
                ("case.reopen.reason", Open(it.ReopenReason, Closure.Place(nameof(Closure.ReopenReason), it.Id))));
        }
        foreach (var it in await db.Assessments.AsNoTracking().Include(a => a.Ratings).Where(a => a.PersonId == person).OrderBy(a => a.Day).ToListAsync(ct))
        {
            yield return Record("assessment", it.Day,
                [.. it.Ratings.Select(r => ($"domain.{r.Domain}", (string?)$"{r.Score}")), ("note", Open(it.Remark, Assessment.RemarkPlace(it.Id)))]);
        }
        foreach (var it in await db.Goals.AsNoTracking().Include(g => g.Steps).Where(g => g.PersonId == person).OrderBy(g => g.Id).ToListAsync(ct))
        {
            yield return Record("goal", it.SetOn, ("goal", Open(it.Text, Goal.TextPlace(it.Id))));
            foreach (var step in it.Steps.OrderBy(s => s.DueOn))
            {
                yield return Record("step", step.DoneOn ?? step.DueOn, ("step", Open(step.What, Step.WhatPlace(step.Id))), ("step.doer", step.Doer.ToString()));
            }
        }
        await foreach (var more in Said(person, ct)) { yield return more; }
    }

    /// <summary>Notes, openings by others, referrals.</summary>
    private async IAsyncEnumerable<PersonalRecord> Said(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        var db = house.Db;
        string? Open(Secret? value, SecretPlace place) => OpenOf(person, value, place);
        foreach (var it in await db.Notes.AsNoTracking().Where(n => n.PersonId == person).OrderBy(n => n.At).ToListAsync(ct))
        {
            yield return Record("note", Days.DayOf(it.At), ("note", Open(it.Text, Note.TextPlace(it.Id))));
        }
        foreach (var it in await db.Openings.AsNoTracking().Where(o => o.PersonId == person).OrderBy(o => o.At).ToListAsync(ct))
        {
            yield return Record("break-glass", Days.DayOf(it.At), ("break-glass.reason", Open(it.Reason, Opening.ReasonPlace(it.Id))));
        }
        foreach (var it in await db.Referrals.AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.WrittenAt).ToListAsync(ct))
        {
            yield return Record("referral", Days.DayOf(it.WrittenAt), ("referral.institution", it.Institution), ("referral.state", it.State.ToString()),
                ("referral.need", Open(it.Need, Referral.Place(nameof(Referral.Need), it.Id))), ("consent", it.ConsentOn?.ToString("O")),
                ("referral.answer", Open(it.Answer, Referral.Place(nameof(Referral.Answer), it.Id))));
        }
    }

    private string? OpenOf(Guid person, Secret? value, SecretPlace place) => value is { } secret ? reading.Open(person, secret, place) : null;

    /// <remarks>Words go, dates and scores stay: what was counted stays counted.</remarks>
    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var cases = await house.Db.Cases.Where(c => c.PersonId == person).ToListAsync(ct);
        return await Forget(cases, ct);
    }

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) =>
        await house.Db.Cases.Where(c => c.ClosedOn == null || c.ClosedOn >= day).Select(c => c.PersonId).Distinct().ToListAsync(ct);

    private async Task<int> Forget(List<Case> cases, CancellationToken ct)
    {
        var db = house.Db;
        var ids = cases.Select(c => c.Id).ToList();
        var assessments = await db.Assessments.Where(a => ids.Contains(a.CaseId)).ToListAsync(ct);
        var goals = await db.Goals.Include(g => g.Steps).Where(g => ids.Contains(g.CaseId)).ToListAsync(ct);
        var notes = await db.Notes.Where(n => ids.Contains(n.CaseId)).ToListAsync(ct);
        var referrals = await db.Referrals.Where(r => ids.Contains(r.CaseId)).ToListAsync(ct);
        cases.ForEach(c => c.Forget(time.GetUtcNow().UtcDateTime));
        assessments.ForEach(a => a.Forget());
        goals.ForEach(g => g.Forget());
        var closures = await db.Closures.Where(c => ids.Contains(c.CaseId)).ToListAsync(ct);
        closures.ForEach(c => c.Forget());
        var openings = await db.Openings.Where(o => ids.Contains(o.CaseId)).ToListAsync(ct);
        openings.ForEach(o => o.Forget());
        referrals.ForEach(r => r.Forget());
        db.RemoveRange(notes);
        return cases.Count + assessments.Count + goals.Count + goals.Sum(g => g.Steps.Count) + notes.Count + referrals.Count + closures.Count + openings.Count;
    }

    private static PersonalRecord Record(string section, DateOnly on, params (string Field, string? Value)[] values) =>
        new(section, on, values.ToDictionary(v => v.Field, v => v.Value));
}
