using Loim.Modules;

namespace Loim.Core.Tests.Web.Samples;

/// <summary>Pages to test the web layer by.</summary>
public sealed class SamplesModule : Module;

/// <summary>One field of each kind.</summary>
public sealed class EveryField : Loim.Web.Forms.FormModel
{
    public Loim.Web.Forms.TextField Name { get; } = new() { Required = true, Max = 20 };
    public Loim.Web.Forms.DateField Day { get; } = new() { Min = new(2020, 1, 1), Max = new(2030, 12, 31) };
    public Loim.Web.Forms.TimeField Time { get; } = new();
    public Loim.Web.Forms.NumberField Minutes { get; } = new() { Min = 1, Max = 600 };
    public Loim.Web.Forms.MoneyField Amount { get; } = new() { Max = 1_000_000_00 };
    public Loim.Web.Forms.ChoiceField Channel { get; } = new(("desk", "option.desk"), ("phone", "option.phone"));
    public Loim.Web.Forms.ChoicesField Topics { get; } = new(("work", "option.work"), ("home", "option.home"));
    public Loim.Web.Forms.CheckField Consent { get; } = new();
}
