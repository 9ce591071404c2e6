using Loim.Modules;

namespace Loim.People;

/// <summary>One person is one record, however they came in.</summary>
internal sealed class PeopleModule : Module
{
    internal override bool AlwaysOn => true;
}
