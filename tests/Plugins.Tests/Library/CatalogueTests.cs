using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Xml.Linq;
using Loim.Modules;
using Microsoft.Extensions.Logging.Abstractions;
using Rakvere.Library;
using Rakvere.Library.Catalogues;

namespace Loim.Plugins.Tests.Library;

public sealed class CatalogueTests
{
    private static readonly CatalogueQuestion Asked = new("et", "25", null);

    [Fact]
    public async Task A_real_server_answers_with_titles_page_by_page()
    {
        using var server = await CatalogueProcess.Start();
        using var catalogue = Of(server.Address);
        var found = await catalogue.Find(Asked, 1);
        (found.State, found.Total, found.Titles.Count).ShouldBe((CatalogueState.Answered, 25, Catalogue.PageSize));
        found.Titles[0].Name.ShouldBe("How to program a computer");
        found.Titles[0].Origin.ShouldBe("Jack Collins, 1991");
        var rest = await catalogue.Find(Asked, 2);
        (rest.Total, rest.Titles.Count).ShouldBe((25, 5));
        (await catalogue.Find(Asked, 3)).Titles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_that_the_server_does_not_understand_is_no_answer()
    {
        using var server = await CatalogueProcess.Start();
        using var catalogue = new Catalogue(new LibrarySettings { Catalogue = server.Address.ToString(), CatalogueQuery = "bath.shelf={level}" }, new Deployment(), NullLogger<Catalogue>.Instance);
        (await catalogue.Find(Asked, 1)).State.ShouldBe(CatalogueState.Down);
    }

    [Fact]
    public async Task A_name_that_stands_for_a_machine_inside_is_not_called()
    {
        using var server = await CatalogueProcess.Start();
        using var catalogue = Of(new UriBuilder(server.Address) { Host = "localhost" }.Uri);
        (await catalogue.Find(Asked, 1)).State.ShouldBe(CatalogueState.Down);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var server = await CatalogueProcess.Start();
        using var other = new Answering($"HTTP/1.1 302 Found\r\nLocation: {server.Address}?operation=searchRetrieve&version=1.2&query=a&maximumRecords=1\r\nContent-Length: 0\r\n\r\n");
        using var catalogue = Of(other.Address);
        (await catalogue.Find(Asked, 1)).State.ShouldBe(CatalogueState.Down);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a><")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a/>")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n<!DOCTYPE a [ ]><a></a>")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 90000000\r\n\r\n<a>")]
    public async Task What_is_no_answer_in_time_is_a_catalogue_that_is_down(string answer)
    {
        using var server = new Answering(answer);
        using var catalogue = Of(server.Address);
        (await catalogue.Find(Asked, 1).WaitAsync(TimeSpan.FromSeconds(10))).State.ShouldBe(CatalogueState.Down);
    }

    [Fact]
    public async Task Nobody_there_is_down_and_no_address_is_not_set()
    {
        using var nobody = Of(new Uri($"http://127.0.0.1:{CatalogueProcess.FreePort()}/x"));
        (await nobody.Find(Asked, 1)).State.ShouldBe(CatalogueState.Down);
        foreach (var address in new[] { "", "ftp://127.0.0.1/x", "file:///etc/passwd" })
        {
            using var none = new Catalogue(new LibrarySettings { Catalogue = address }, new Deployment(), NullLogger<Catalogue>.Instance);
            (await none.Find(Asked, 1)).State.ShouldBe(CatalogueState.NotSet);
        }
    }

    [Fact]
    public async Task A_demonstration_without_a_catalogue_finds_invented_titles_and_says_so()
    {
        using var invented = new Catalogue(new LibrarySettings(), new Deployment { Demo = true }, NullLogger<Catalogue>.Instance);
        var found = await invented.Find(new("uk", "B1", "листи"), 1);
        found.State.ShouldBe(CatalogueState.Invented);
        found.Titles.ShouldHaveSingleItem().Name.ShouldBe("Листи з півночі");
        (await invented.Find(new("uk", "C1", null), 1)).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("193.40.1.1", true), InlineData("2001:4860:4860::8888", true), InlineData("172.15.0.1", true)]
    [InlineData("127.0.0.1", false), InlineData("10.1.2.3", false), InlineData("172.31.255.1", false), InlineData("192.168.1.1", false), InlineData("169.254.169.254", false)]
    [InlineData("::1", false), InlineData("::ffff:10.0.0.1", false), InlineData("fe80::1", false), InlineData("fd00::1", false), InlineData("0.0.0.0", false), InlineData("224.0.0.1", false)]
    public void Addresses_inside_are_known(string address, bool outside) => CatalogueLine.IsOutside(IPAddress.Parse(address)).ShouldBe(outside);

    [Fact]
    public void Words_stay_words_in_the_question() =>
        new CatalogueQuestion("uk", "B1", "a\" or \\x").Cql(CatalogueQuestion.UsualQuery)
            .ShouldBe("""dc.language="ukr" and dc.subject="B1" and cql.anywhere all "a\" or \\x" """.TrimEnd());

    [Fact]
    public void A_title_is_read_from_its_record()
    {
        XElement Record(string fields) => XElement.Parse($"<record xmlns=\"{CatalogueTitle.Marc}\">{fields}</record>");
        CatalogueTitle.Of(Record("""
            <controlfield tag="001"> 77 </controlfield>
            <datafield tag="245"><subfield code="a">Rakvere lood :</subfield><subfield code="b">lihtsas keeles /</subfield><subfield code="c">koostaja</subfield></datafield>
            <datafield tag="264"><subfield code="c">[2021]</subfield></datafield>
            """)).ShouldBe(new CatalogueTitle("77", "Rakvere lood : lihtsas keeles", "2021"));
        CatalogueTitle.Of(Record("""<controlfield tag="001">77</controlfield>""")).ShouldBeNull();
    }

    private static Catalogue Of(Uri address) => new(new LibrarySettings { Catalogue = address.ToString(), CatalogueSeconds = 1 }, new Deployment(), NullLogger<Catalogue>.Instance);

    /// <summary>Says the same to everybody who connects, and hangs up never.</summary>
    private sealed class Answering : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> callers = [];

        public Answering(string answer)
        {
            listener.Start();
            _ = Answer(answer);
        }

        public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x");

        private async Task Answer(string answer)
        {
            while (true)
            {
                TcpClient caller;
                try { caller = await listener.AcceptTcpClientAsync(); }
                catch (Exception e) when (e is SocketException or ObjectDisposedException) { return; }
                callers.Add(caller);
                await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
            }
        }

        public void Dispose()
        {
            listener.Dispose();
            callers.ForEach(c => c.Dispose());
        }
    }
}
