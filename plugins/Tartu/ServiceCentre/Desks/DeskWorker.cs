namespace Tartu.ServiceCentre.Desks;

/// <summary>Who works at the desk, and for whom; without an organisation: for the municipality.</summary>
internal sealed record DeskWorker(Guid Account, string Name, string? Organisation)
{
    public static DeskWorker Of(Viewer viewer) => new(viewer.Account, viewer.Name, viewer.Organisation);
}
