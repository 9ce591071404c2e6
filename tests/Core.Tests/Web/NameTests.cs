using Loim.Modules;

namespace Loim.Core.Tests.Web;

public sealed class NameTests
{
    [Theory]
    [InlineData("uk", "Раквере")]
    [InlineData("et", "Rakvere linn")]
    [InlineData("en", "Rakvere linn")]
    public void A_municipality_is_called_as_the_reader_calls_it(string language, string name) =>
        new Deployment { Municipality = "Rakvere linn", Names = new Dictionary<string, string> { ["uk"] = "Раквере" } }.NameIn(language).ShouldBe(name);
}
