using Loim.Modules;
using Loim.Web.Tables;

namespace Loim.People.Import;

/// <summary>A spreadsheet that waits for somebody to look at it: two rows are right, one is not.</summary>
internal sealed class ImportDemonstration(ImportBook book) : IDemonstration
{
    private static ReadOnlySpan<byte> Sheet => """
        Perekonnanimi;Eesnimi;Sünniaeg;Keel;Sihtrühm;Saabus
        Zahradna;Milolika;14.2.1990;ukraina;uussisserändaja;3.3.2025
        Tähesaar;Oleander;2.11.1984;eesti;tagasipöörduja;1.6.2025
        Vesnianka;Dobrana;31.2.1979;vene;uussisserändaja;
        """u8;

    public Task Add(Scenery scenery, CancellationToken ct) => book.Prepare("uued-elanikud.csv", SheetReader.Read(Sheet.ToArray()));
}
