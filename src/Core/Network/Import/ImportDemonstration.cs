using Loim.Modules;
using Loim.Web.Tables;

namespace Loim.Network.Import;

/// <summary>A spreadsheet that waits for somebody to look at it.</summary>
internal sealed class ImportDemonstration(OrganisationBook book) : IDemonstration
{
    private static ReadOnlySpan<byte> Sheet => """
        Asutus;Valdkond;E-post;Telefon;Veebileht;Keeled
        Rändava Raamatu Selts;vabaühendus;selts@naide.example;555 0101;raamat.example;eesti, vene
        Kolme Silla Lasteaed;haridusasutus;lasteaed@naide.example;;;eesti
        Pillimeeste Ühing;vabaühendus;pole aadress;;;ukraina
        """u8;

    public Task Add(Scenery scenery, CancellationToken ct) => book.Prepare("asutused.csv", SheetReader.Read(Sheet.ToArray()));
}
