using System.Text;
using Loim.Modules;
using Loim.Web.Tables;

namespace Loim.Events.Import;

/// <summary>A spreadsheet of the year before that waits for somebody to look at it.</summary>
internal sealed class ImportDemonstration(PastEventBook book) : IDemonstration
{
    public Task Add(Scenery scenery, CancellationToken ct) => book.Prepare("toimunud.csv", SheetReader.Read(Encoding.UTF8.GetBytes($"""
        Kuupäev;Nimetus;Liik;Koht;Osalejaid;Kohalikke
        12.11.{scenery.Year - 1};Kadrilaat uutele elanikele;kultuurisündmus;Kogukonnamaja;34;21
        26.11.{scenery.Year - 1};Infotund: talverehvid ja küte;infotund;Raamatukogu;9;0
        31.11.{scenery.Year - 1};Piparkoogihommik;lõimumisklubi;Kogukonnamaja;17;8
        """)));
}
