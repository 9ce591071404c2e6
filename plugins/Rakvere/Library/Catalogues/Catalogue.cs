using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;

namespace Rakvere.Library.Catalogues;

internal enum CatalogueState { Answered, NotSet, Down, Invented }

/// <param name="Total">All that were found; <paramref name="Titles"/> are one page of them.</param>
internal sealed record CatalogueAnswer(CatalogueState State, int Total, IReadOnlyList<CatalogueTitle> Titles);

/// <summary>Asks the library's catalogue over SRU 1.2 for MARCXML. It is told what is looked for, and nothing of whom it is for. That it
/// does not answer in time, or makes no sense, is an answer too.</summary>
/// <remarks>Source: RKV-02; SRU 1.2, MARC 21.</remarks>
[Singleton]
internal sealed class Catalogue(LibrarySettings settings, Deployment deployment, ILogger<Catalogue> log) : IDisposable
{
    public const int PageSize = 20;
    private const int MostBytes = 2 * 1024 * 1024;

    private readonly HttpClient http = new(CatalogueLine.Open())
    {
        Timeout = TimeSpan.FromSeconds(settings.CatalogueSeconds), MaxResponseContentBufferSize = MostBytes,
    };

    /// <param name="page">From 1.</param>
    public async Task<CatalogueAnswer> Find(CatalogueQuestion asked, int page, CancellationToken ct = default)
    {
        if (deployment.Demo && settings.Catalogue.Length == 0) { return InventedTitles.Find(asked); }
        if (!Uri.TryCreate(settings.Catalogue, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) { return new(CatalogueState.NotSet, 0, []); }
        try
        {
            var bytes = await http.GetByteArrayAsync(Question(address, asked.Cql(settings.CatalogueQuery), page), ct);
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return Read(XDocument.Load(reader));
        }
        catch (Exception e) when (e is HttpRequestException or XmlException or FormatException || e is OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("The catalogue at {Address} gave no answer: {Reason}", address, e.GetBaseException().Message);
            return new(CatalogueState.Down, 0, []);
        }
    }

    private static Uri Question(Uri address, string cql, int page) => new UriBuilder(address)
    {
        Query = string.Create(CultureInfo.InvariantCulture,
            $"operation=searchRetrieve&version=1.2&recordSchema=marcxml&startRecord={(page - 1) * PageSize + 1}&maximumRecords={PageSize}&query={Uri.EscapeDataString(cql)}"),
    }.Uri;

    /// <exception cref="FormatException">It is no answer to a search.</exception>
    private static CatalogueAnswer Read(XDocument answer)
    {
        var total = answer.Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "numberOfRecords")?.Value;
        var trouble = answer.Descendants().FirstOrDefault(e => e.Name.LocalName == "diagnostic")?.Value;
        if (total is null || total == "0" && trouble is not null) { throw new FormatException(trouble ?? "No searchRetrieveResponse."); }
        return new(CatalogueState.Answered, int.Parse(total, CultureInfo.InvariantCulture), [.. answer.Descendants(CatalogueTitle.Marc + "record").Select(CatalogueTitle.Of).OfType<CatalogueTitle>()]);
    }

    public void Dispose() => http.Dispose();
}
