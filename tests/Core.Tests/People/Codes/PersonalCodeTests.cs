using Loim.Data;

namespace Loim.Core.Tests.People.Codes;

public sealed class PersonalCodeTests
{
    [Theory]
    [InlineData("59501010017", "2095-01-01")] // first stage of the checksum
    [InlineData("59501010388", "2095-01-01")]
    [InlineData("59501012238", "2095-01-01")] // second stage
    [InlineData("69501015198", "2095-01-01")]
    [InlineData("59501029630", "2095-01-02")] // third stage
    [InlineData("69501024450", "2095-01-02")]
    [InlineData("59501051490", "2095-01-05")]
    [InlineData("59602290016", "2096-02-29")] // leap day
    [InlineData(" 50001029996 ", "2000-01-02")]
    [InlineData("60001019906", "2000-01-01")] // test numbers of the state's sign-in
    [InlineData("60001017869", "2000-01-01")]
    [InlineData("60001017716", "2000-01-01")]
    [InlineData("60001018800", "2000-01-01")]
    public void A_true_code_is_read_with_its_birth_date(string text, string born)
    {
        PersonalCode.TryParse(text, out var code).ShouldBeTrue();
        code.Text.ShouldBe(text.Trim());
        code.Born.ShouldBe(DateOnly.Parse(born));
    }

    [Theory]
    [InlineData("59702290019")] // 2097 has no 29 February
    [InlineData("70002290015")] // nor has 2100
    [InlineData("39001010001")] // checksum
    [InlineData("59501010018")]
    [InlineData("5950101001")]
    [InlineData("595010100170")]
    [InlineData("09501010017")]
    [InlineData("99501010017")]
    [InlineData("5950101001a")]
    [InlineData("५९५०१०१००१७")]
    [InlineData("")]
    [InlineData(null)]
    public void A_false_code_is_refused(string? text) => PersonalCode.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("59501010017")]
    [InlineData("59501012238")]
    [InlineData("59501029630")]
    public void A_slip_in_the_last_digit_is_always_caught(string text)
    {
        foreach (var slip in Enumerable.Range(0, 10).Select(d => text[..10] + d).Where(t => t != text)) { PersonalCode.TryParse(slip, out _).ShouldBeFalse(slip); }
    }

    [Fact]
    public void A_code_is_shown_masked_and_never_printed()
    {
        PersonalCode.Mask.ShouldAllBe(c => c == '•');
        PersonalCode.TryParse("59501010017", out var code).ShouldBeTrue();
        $"{code}".ShouldBe("•••");
    }
}
