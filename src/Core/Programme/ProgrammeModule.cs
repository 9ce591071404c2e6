using Loim.Modules;

namespace Loim.Programme;

/// <summary>The activity plan with its money, and the figures of all modules, each opening onto its evidence.</summary>
internal sealed class ProgrammeModule : Module;
